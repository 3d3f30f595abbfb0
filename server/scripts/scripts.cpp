// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/scripts/scripts.h"

#include "lua_texts.h"

namespace pressboard::server::scripts {

static redis::Script withPrelude(const char *text)
{
    return redis::Script(QByteArray(lua::prelude) + text);
}

const redis::Script &logState()
{
    static const auto script = withPrelude(lua::log_state);
    return script;
}

const redis::Script &readBehind()
{
    static const auto script = withPrelude(lua::read_behind);
    return script;
}

const redis::Script &moveEpoch()
{
    static const auto script = withPrelude(lua::move_epoch);
    return script;
}

const redis::Script &bridgeGap()
{
    static const auto script = withPrelude(lua::bridge_gap);
    return script;
}

const redis::Script &keepLease()
{
    static const auto script = redis::Script(lua::keep_lease);
    return script;
}

const redis::Script &releaseLease()
{
    static const auto script = redis::Script(lua::release_lease);
    return script;
}

const redis::Script &checkpoint()
{
    static const auto script = withPrelude(lua::checkpoint);
    return script;
}

const redis::Script &trim()
{
    static const auto script = withPrelude(lua::trim);
    return script;
}

const redis::Script &writerAppend()
{
    static const auto script = redis::Script(lua::writer_append);
    return script;
}

const redis::Script &reject()
{
    static const auto script = redis::Script(lua::reject);
    return script;
}

const redis::Script &keepRobot()
{
    static const auto script = redis::Script(lua::keep_robot);
    return script;
}

const redis::Script &missingRights()
{
    static const auto script = redis::Script(lua::missing_rights);
    return script;
}

const redis::Script &publish()
{
    static const auto script = redis::Script(lua::publish);
    return script;
}

const redis::Script &appendAfter()
{
    static const auto script = redis::Script(lua::append_after);
    return script;
}

const redis::Script &appendInbox()
{
    static const auto script = withPrelude(lua::append_inbox);
    return script;
}

const redis::Script &readUsers()
{
    static const auto script = withPrelude(lua::read_users);
    return script;
}

const redis::Script &putUsersBack()
{
    static const auto script = withPrelude(lua::put_users_back);
    return script;
}

const redis::Script &noteRights()
{
    static const auto script = withPrelude(lua::note_rights);
    return script;
}

const redis::Script &addFirstUser()
{
    static const auto script = redis::Script(lua::add_first_user);
    return script;
}

const redis::Script &revokeUser()
{
    static const auto script = redis::Script(lua::revoke_user);
    return script;
}

const redis::Script &claimStation()
{
    static const auto script = redis::Script(lua::claim_station);
    return script;
}

const redis::Script &changeStation()
{
    static const auto script = redis::Script(lua::change_station);
    return script;
}

const redis::Script &expectReceipts()
{
    static const auto script = withPrelude(lua::expect_receipts);
    return script;
}

const redis::Script &noteReceipts()
{
    static const auto script = redis::Script(lua::note_receipts);
    return script;
}

const redis::Script &sentNotices()
{
    static const auto script = withPrelude(lua::sent_notices);
    return script;
}

const redis::Script &settleNotice()
{
    static const auto script = redis::Script(lua::settle_notice);
    return script;
}

const redis::Script &resetLog()
{
    static const auto script = redis::Script(lua::reset_log);
    return script;
}

const redis::Script &newLog()
{
    static const auto script = withPrelude(lua::new_log);
    return script;
}

const redis::Script &holdsLog()
{
    static const auto script = withPrelude(lua::holds_log);
    return script;
}

const redis::Script &takeOver()
{
    static const auto script = withPrelude(lua::take_over);
    return script;
}

} // namespace pressboard::server::scripts
