// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/event.h"

namespace pressboard {

CrmId Event::orderId() const
{
    return CrmId::fromJson(data.value(QLatin1StringView("order_id")));
}

QStringList Event::leftOut() const
{
    QStringList members;
    for (const Oddity &odd : oddities) {
        if (odd.fate == Oddity::Fate::LeftOut)
            members.append(odd.member);
    }
    return members;
}

static constexpr QLatin1StringView userPrefix{"user:"};

QString publisherOfUser(const QString &user)
{
    return userPrefix + user;
}

QString userOfPublisher(const QString &publisher)
{
    return publisher.startsWith(userPrefix) ? publisher.sliced(userPrefix.size()) : QString();
}

QString publisherOfSource(const QString &source)
{
    return QLatin1StringView("src:") + source;
}

} // namespace pressboard
