// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/text_audit.h"

#include "tests/window/text_recorder.h"

#include <QWidget>

#include <algorithm>

namespace pressboard::test {

namespace {

constexpr QChar ellipsis(0x2026);

bool isCutBadly(const QString &text, const QStringList &mayBeCut)
{
    const auto end = text.indexOf(ellipsis);
    if (end < 0)
        return false;
    return std::none_of(mayBeCut.begin(), mayBeCut.end(), [&](const QString &whole) {
        for (qsizetype from = 0; from <= end; ++from) {
            // A number may stand before the name in the same run.
            if (whole.startsWith(text.mid(from, end - from)) && whole.size() > end - from)
                return end > from;
        }
        return false;
    });
}

/// Cut by the edge of the widget, or of any it lies in.
bool leaves(const QRectF &box, const QWidget &widget)
{
    QRectF place = box;
    for (const QWidget *around = &widget; around != nullptr; around = around->parentWidget()) {
        if (place.left() < -1 || place.right() > around->width() + 1)
            return true;
        if (around->isWindow())
            break;
        place.translate(around->pos());
    }
    return false;
}

bool lieOver(const PaintedText &a, const PaintedText &b)
{
    const QRectF both = a.box & b.box;
    return both.width() > 1.5 && both.height() > std::min(a.box.height(), b.box.height()) * 0.6;
}

QStringList faultsOf(QWidget &widget, const QStringList &mayBeCut)
{
    QStringList faults;
    const QList<PaintedText> texts = paintedTexts(widget);
    for (int i = 0; i < texts.size(); ++i) {
        const PaintedText &text = texts.at(i);
        if (leaves(text.box, widget))
            faults.append(QStringLiteral("leaves its widget: ") + text.text);
        if (isCutBadly(text.text, mayBeCut))
            faults.append(QStringLiteral("is cut: ") + text.text);
        for (int j = 0; j < i; ++j) {
            if (lieOver(text, texts.at(j)))
                faults.append(text.text + QStringLiteral(" lies over ") + texts.at(j).text);
        }
    }
    for (QString &fault : faults)
        fault.prepend(QStringLiteral("%1 %2 ").arg(QLatin1StringView(widget.metaObject()->className()),
                                                    widget.objectName()));
    return faults;
}

} // namespace

QList<PaintedText> paintedTexts(QWidget &widget)
{
    TextRecorder sheet(widget.size());
    widget.render(&sheet, {}, {}, QWidget::RenderFlags());
    return sheet.texts();
}

QStringList textFaults(QWidget &window, const QStringList &mayBeCut)
{
    QStringList faults = faultsOf(window, mayBeCut);
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible())
            faults += faultsOf(*widget, mayBeCut);
    }
    return faults;
}

} // namespace pressboard::test
