// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"
#include "server/ctl/cli/input.h"
#include "server/ctl/cli/line_cutter.h"
#include "server/ctl/log/once_append.h"
#include "shared/state/event.h"

#include <QList>

namespace pressboard::server::ctl {

/// `publish -`, the end of an outbox: an event a line,
///
///     {"ref":"6f1c…","type":"order_notification","data":{"order_id":1,"status":2},"groups":["dept_3"]}
///
/// put into the log once each and in their order, also when an answer is lost on the way. Each line
/// is answered by one, in their order, with its ref, and its id or why it is refused:
///
///     {"id":"1795423846000-0","ref":"6f1c…"}
///
/// What has no answer in the end may be in the log or not, and is to be said again.
class PublishLines final : public Command
{
    Q_OBJECT
public:
    /// Stored in one act, as many as came together and no more: Redis answers nobody else
    /// meanwhile.
    static constexpr qsizetype batchEvents = 100;
    static constexpr qsizetype batchBytes = 1024 * 1024;

    static MadeCommand make(const Arguments &arguments, const Tools &tools);

    void start() override;

private:
    struct Item
    {
        QString ref;
        Result<Event> event;
    };

    explicit PublishLines(const Tools &tools);

    void takeLines();
    Item itemOf(const QByteArray &line) const;
    void append();
    void answer(const QList<StreamId> &ids);
    void refuse(const Item &item);
    void explain(const Error &error, bool isUnsure);
    void finish();

    Input m_input;
    LineCutter m_lines;
    bool m_ended = false; ///< the input
    QList<Item> m_batch;
    OnceAppend m_append;
    int m_refused = 0;
};

} // namespace pressboard::server::ctl
