// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/check_flow.h"

#include "client/widgets/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QSignalBlocker>

namespace pressboard::client {

namespace {

constexpr int columns = 4;

} // namespace

CheckFlow::CheckFlow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme.px(16));
    m_grid->setVerticalSpacing(theme.px(8));
}

void CheckFlow::setNames(const QStringList &names, const QStringList &checked)
{
    qDeleteAll(m_boxes);
    m_boxes.clear();
    for (const QString &name : names) {
        auto *box = new QCheckBox(name, this);
        connect(box, &QCheckBox::toggled, this, &CheckFlow::changed);
        const int place = int(m_boxes.size());
        m_grid->addWidget(box, place / columns, place % columns);
        m_boxes.append(box);
    }
    setChecked(checked);
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

} // namespace pressboard::client
