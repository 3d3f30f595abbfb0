// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/script.h"

/// Everything the server does in Redis that must be one act. Each stands in a .lua file of its
/// name, which says what keys and arguments it takes; each one of the writer's begins by comparing
/// the lease.
namespace pressboard::server::scripts {

/// The log, the epoch and the book, seen in one moment: see LogState.
const redis::Script &logState();
/// Reads on from a place whose own entry may be gone.
const redis::Script &readBehind();
/// Moves the epoch by compare-and-set, and writes a book (and lost users) under it.
const redis::Script &moveEpoch();

/// Goes on behind entries that nobody read.
const redis::Script &bridgeGap();

const redis::Script &keepLease();
const redis::Script &releaseLease();
const redis::Script &checkpoint();
const redis::Script &trim();
const redis::Script &writerAppend();
const redis::Script &reject();
/// What a robot has told.
const redis::Script &keepRobot();

/// What this account may not do of what we need.
const redis::Script &missingRights();

/// Appends events once per ref.
const redis::Script &publish();
/// Appends events as long as they directly follow what their author has read.
const redis::Script &appendAfter();
/// Appends what an inbox holds, each entry once.
const redis::Script &appendInbox();

/// The users, and the log's epoch.
const redis::Script &readUsers();
/// What users may see is remembered; who moved, and where the log stood then.
const redis::Script &noteRights();
/// The users, after those who are missing without having been revoked were put back.
const redis::Script &putUsersBack();
/// Only where there is no user, and no server that knows one.
const redis::Script &addFirstUser();
/// Takes a user away, and remembers that it was done.
const redis::Script &revokeUser();

/// Stations, and what they say became of notices.
const redis::Script &claimStation();
const redis::Script &changeStation();
const redis::Script &expectReceipts();
const redis::Script &noteReceipts();
const redis::Script &sentNotices();
/// An alarm is taken, once.
const redis::Script &settleNotice();

const redis::Script &resetLog();
const redis::Script &newLog();
/// Whether there is an order, or an event that somebody published.
const redis::Script &holdsLog();
/// Puts a restored log in the place of the one that is there.
const redis::Script &takeOver();

} // namespace pressboard::server::scripts
