// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/focus_walk.h"

#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QTest>

namespace pressboard::test {

namespace {

constexpr int longestWay = 200; ///< stops; whoever is not back by then is trapped
constexpr int ringWidth = 4; ///< px, drawn around what has the keyboard

QString nameOf(const QWidget &widget)
{
    // Qt only reads it; its interface cannot say so.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    auto *object = const_cast<QWidget *>(&widget);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(object);
    return spoken == nullptr ? QString() : spoken->text(QAccessible::Name);
}

QString described(const QWidget &widget)
{
    return QStringLiteral("%1 \"%2\" (%3)")
        .arg(QLatin1StringView(widget.metaObject()->className()), nameOf(widget),
             widget.objectName());
}

QRect withRing(const QRect &box)
{
    return box.adjusted(-ringWidth, -ringWidth, ringWidth, ringWidth);
}

QImage pictureOf(QWidget &window)
{
    QApplication::processEvents();
    return window.grab().toImage();
}

} // namespace

QStringList FocusWalk::faults()
{
    m_faults.clear();
    m_stops.clear();
    const QList<QWidget *> there = around(Qt::Key_Tab);
    for (const QWidget *stop : there)
        m_stops.append(nameOf(*stop));
    QList<QWidget *> back = around(Qt::Key_Backtab);
    std::reverse(back.begin(), back.end());
    if (!back.isEmpty())
        back.move(back.size() - 1, 0); // both begin where the walk does
    if (there != back)
        m_faults.append(QStringLiteral("the way back is another one"));
    findUnreached(there);
    m_faults.removeDuplicates();
    return m_faults;
}

/// The stops, the first of them where the keyboard is now; the last step leads back to it.
QList<QWidget *> FocusWalk::around(Qt::Key key)
{
    QList<QWidget *> stops;
    QWidget *stop = QApplication::focusWidget();
    QImage picture = pictureOf(m_window);
    while (stop != nullptr && !stops.contains(stop) && stops.size() < longestWay) {
        stops.append(stop);
        const QRect box(stop->mapTo(&m_window, QPoint(0, 0)), stop->size()); // it may scroll away
        QTest::keyClick(stop, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        const QImage next = pictureOf(m_window);
        judge(*stop, picture.copy(withRing(box)), next.copy(withRing(box)));
        picture = next;
        stop = QApplication::focusWidget();
    }
    if (stop == nullptr)
        m_faults.append(
            QStringLiteral("the keyboard is lost behind %1")
                .arg(stops.isEmpty() ? QStringLiteral("nothing") : described(*stops.last())));
    else if (stop != stops.first())
        m_faults.append(QStringLiteral("trapped at %1").arg(described(*stop)));
    return stops;
}

void FocusWalk::judge(const QWidget &stop, const QImage &having, const QImage &without)
{
    if (stop.window() != &m_window || !stop.isVisible())
        return m_faults.append(QStringLiteral("not in sight: %1").arg(described(stop)));
    if (nameOf(stop).isEmpty())
        m_faults.append(QStringLiteral("without a name: %1").arg(described(stop)));
    const bool stayed = QApplication::focusWidget() == &stop; // the only stop there is
    if (!stayed && having == without)
        m_faults.append(QStringLiteral("does not show the keyboard: %1").arg(described(stop)));
}

void FocusWalk::findUnreached(const QList<QWidget *> &reached)
{
    for (QWidget *widget : m_window.findChildren<QWidget *>()) {
        const bool counts = widget->window() == &m_window && widget->isVisible()
            && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
            && widget->focusProxy() == nullptr;
        if (counts && !reached.contains(widget))
            m_faults.append(QStringLiteral("not reached: %1").arg(described(*widget)));
    }
}

} // namespace pressboard::test
