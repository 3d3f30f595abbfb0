// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/robot_message.h"

#include "server/robots/plain_line.h"
#include "server/robots/robot_words.h"
#include "shared/base/cut_text.h"

#include <algorithm>

namespace pressboard::server {

qsizetype longestText(RobotService service)
{
    switch (service) {
    case RobotService::WeCom:
        return 2048;
    case RobotService::DingTalk:
    case RobotService::Feishu:
        return 4000; // more is taken, and read by nobody
    case RobotService::Webhook:
        return 16'000;
    }
    Q_UNREACHABLE();
}

static qsizetype bytesOf(const QString &text)
{
    return text.toUtf8().size();
}

RobotMessage foldedMessage(const RobotSettings &robot, const QString &shop,
                           const QList<RobotItem> &waiting, int lost)
{
    const RobotWords words(robot.language);
    const bool isChat = robot.service != RobotService::Webhook;
    const QString note = lost > 0 ? u'\n' + words.lost(lost) : QString();
    const qsizetype most = longestText(robot.service);
    // With the longest head that there may be.
    qsizetype room = most - bytesOf(words.head(shop, waiting.size() + 1)) - bytesOf(note);
    RobotMessage message;
    QStringList texts;
    for (const RobotItem &item : waiting) {
        const QString text = isChat ? withoutCalls(item.text) : item.text;
        room -= bytesOf(text) + 1;
        if (room < 0 && !texts.isEmpty())
            break;
        texts.append(text);
        message.items.append(item);
    }
    const QString head = words.head(shop, texts.size());
    const QString body = (isChat ? withoutCalls(head) : head) + texts.join(u'\n');
    message.text = cutToBytes(body, most - bytesOf(note)) + note;
    return message;
}

} // namespace pressboard::server
