// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/step_picker.h"

#include "client/widgets/theme.h"

#include <QCheckBox>
#include <QGridLayout>

namespace pressboard::client {

namespace {

constexpr int columns = 6;

} // namespace

StepPicker::StepPicker(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.px(16));
    grid->setVerticalSpacing(theme.px(8));
    for (const QString &step : knownSteps())
        addStep(step);
}

QStringList StepPicker::knownSteps()
{
    return QStringLiteral("调图 CTP 切纸 印刷 覆膜 烫金 压痕 压纹 模切 击凸 过油 外调 折页 锁线 胶包 "
                          "马订 勒口 夹卡片 配本(塑封) 打包 送货")
        .split(u' ');
}

void StepPicker::addStep(const QString &step)
{
    auto *box = new QCheckBox(step, this);
    connect(box, &QCheckBox::toggled, this, &StepPicker::changed);
    const int place = int(m_boxes.size());
    static_cast<QGridLayout *>(layout())->addWidget(box, place / columns, place % columns);
    m_boxes.append(box);
}

void StepPicker::setChosen(const QStringList &steps)
{
    for (const QString &step : steps) {
        const bool known = std::any_of(m_boxes.cbegin(), m_boxes.cend(),
                                       [&step](const QCheckBox *box) { return box->text() == step; });
        if (!known)
            addStep(step);
    }
    for (QCheckBox *box : std::as_const(m_boxes)) {
        const QSignalBlocker quiet(box);
        box->setChecked(steps.contains(box->text()));
    }
}

QStringList StepPicker::chosen() const
{
    QStringList steps;
    for (const QCheckBox *box : m_boxes) {
        if (box->isChecked())
            steps.append(box->text());
    }
    return steps;
}

} // namespace pressboard::client
