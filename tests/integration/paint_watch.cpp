// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/paint_watch.h"

#include <QApplication>
#include <QBuffer>
#include <QPaintEvent>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTextDocumentFragment>
#include <QWidget>

namespace pressboard::test {

namespace {

constexpr int patienceMs = 20'000;

} // namespace

PaintWatch::PaintWatch(Shows shows)
    : m_shows(std::move(shows))
{
    qApp->installEventFilter(this);
}

bool PaintWatch::wait()
{
    QSignalSpy spy(this, &PaintWatch::painted);
    return m_paintedAt || spy.wait(patienceMs);
}

bool PaintWatch::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPaint = event->type() == QEvent::Paint && watched->isWidgetType();
    if (!isPaint || !m_shows(*static_cast<QWidget *>(watched), *static_cast<QPaintEvent *>(event)))
        return false;
    qApp->removeEventFilter(this);
    // Once the loop has control again the paint is over, and flushed to the screen.
    const auto done = [this] {
        m_paintedAt = SystemClock().now();
        Q_EMIT painted();
    };
    QMetaObject::invokeMethod(this, done, Qt::QueuedConnection);
    return false;
}

QString paintedText(QWidget &widget)
{
    // An SVG keeps text as text.
    QBuffer file;
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize(widget.size());
    widget.render(&svg);

    static const QRegularExpression text(QStringLiteral("<text[^>]*>([^<]*)</text>"));
    QString words;
    for (const auto &match : text.globalMatch(QString::fromUtf8(file.data())))
        words += QTextDocumentFragment::fromHtml(match.captured(1)).toPlainText();
    return words;
}

} // namespace pressboard::test
