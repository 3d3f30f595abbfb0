// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/held_toasts.h"

#include <QCoreApplication>

#include <utility>

namespace pressboard::client {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::toasts)
};

} // namespace

void HeldToasts::add(bool concernsMe)
{
    ++m_all;
    m_mine += concernsMe;
}

std::optional<Toast> HeldToasts::takeSummary()
{
    const auto [all, mine] = std::exchange(*this, HeldToasts());
    if (all == 0)
        return std::nullopt;
    Toast toast;
    toast.kind = ToastKind::QuietOver;
    toast.title = Words::tr("%n while you were not to be disturbed", nullptr, all);
    if (mine > 0)
        //: 1: "5 while you were not to be disturbed"
        toast.title = Words::tr("%1, %n concern(s) you", nullptr, mine).arg(toast.title);
    toast.text = Words::tr("Click to view");
    return toast;
}

} // namespace pressboard::client
