// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/check_flow.h"

#include "client/theme/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QSignalBlocker>

namespace pressboard::client {

namespace {

constexpr int columnGap = 16;
constexpr int rowGap = 8;

} // namespace

CheckFlow::CheckFlow(const Theme &theme, int mostColumns, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_mostColumns(mostColumns)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::sizesChanged, this, &CheckFlow::layOut);
}

void CheckFlow::setNames(const QStringList &names, const QStringList &checked)
{
    qDeleteAll(m_boxes);
    m_boxes.clear();
    for (const QString &name : names) {
        auto *box = new QCheckBox(name, this);
        connect(box, &QCheckBox::toggled, this, &CheckFlow::changed);
        box->show();
        m_boxes.append(box);
    }
    setChecked(checked);
    layOut();
}

QStringList CheckFlow::names() const
{
    QStringList names;
    for (const QCheckBox *box : m_boxes)
        names.append(box->text());
    return names;
}

void CheckFlow::setChecked(const QStringList &names)
{
    for (QCheckBox *box : std::as_const(m_boxes)) {
        const QSignalBlocker quiet(box);
        box->setChecked(names.contains(box->text()));
    }
}

QStringList CheckFlow::checked() const
{
    QStringList names;
    for (const QCheckBox *box : m_boxes) {
        if (box->isChecked())
            names.append(box->text());
    }
    return names;
}

QSize CheckFlow::boxSize() const
{
    QSize size;
    for (const QCheckBox *box : m_boxes)
        size = size.expandedTo(box->sizeHint());
    return size;
}

int CheckFlow::columnsIn(int width) const
{
    const int gap = m_theme.px(columnGap);
    return std::clamp((width + gap) / std::max(1, boxSize().width() + gap), 1, m_mostColumns);
}

int CheckFlow::heightOf(int columns) const
{
    const int rows = (int(m_boxes.size()) + columns - 1) / columns;
    return std::max(0, rows * (boxSize().height() + m_theme.px(rowGap)) - m_theme.px(rowGap));
}

int CheckFlow::heightForWidth(int width) const
{
    return heightOf(columnsIn(width));
}

QSize CheckFlow::sizeHint() const
{
    const int gap = m_theme.px(columnGap);
    return {m_mostColumns * (boxSize().width() + gap) - gap, heightOf(m_mostColumns)};
}

QSize CheckFlow::minimumSizeHint() const
{
    return boxSize();
}

void CheckFlow::layOut()
{
    const int columns = columnsIn(width());
    const QSize size = boxSize();
    const int across = size.width() + m_theme.px(columnGap);
    const int down = size.height() + m_theme.px(rowGap);
    for (int i = 0; i < m_boxes.size(); ++i)
        m_boxes.at(i)->setGeometry(QRect({i % columns * across, i / columns * down}, size));
    updateGeometry();
}

bool CheckFlow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        layOut(); // a box has other words or type
    return QWidget::event(event);
}

void CheckFlow::resizeEvent(QResizeEvent *)
{
    layOut();
}

} // namespace pressboard::client
