// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/step_picker.h"

namespace pressboard::client {

namespace {

constexpr int mostColumns = 6;

} // namespace

StepPicker::StepPicker(const Theme &theme, QWidget *parent)
    : CheckFlow(theme, mostColumns, parent)
{
    setNames(knownSteps(), {});
}

QStringList StepPicker::knownSteps()
{
    return QStringLiteral(
               "调图 CTP 切纸 印刷 覆膜 烫金 压痕 压纹 模切 击凸 过油 外调 折页 锁线 胶包 "
               "马订 勒口 夹卡片 配本(塑封) 打包 送货")
        .split(u' ');
}

void StepPicker::setOffered(const QStringList &steps)
{
    setNames(steps.isEmpty() ? knownSteps() : steps, {});
}

void StepPicker::setChosen(const QStringList &steps)
{
    QStringList all = names();
    for (const QString &step : steps) {
        if (!all.contains(step))
            all.append(step);
    }
    if (all.size() == names().size())
        setChecked(steps);
    else
        setNames(all, steps);
}

} // namespace pressboard::client
