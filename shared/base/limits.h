// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

/// Every bound of the wire and of the book, in one place.
namespace pressboard::limits {

using namespace std::chrono_literals;

inline constexpr std::size_t dataBytes = 64 * 1024; ///< an event's `data`, as UTF-8 JSON
inline constexpr std::size_t stringBytes = 4 * 1024; ///< one string in it
inline constexpr int groups = 32;
inline constexpr int groupNameLength = 90;
inline constexpr int jsonDepth = 16; ///< of `data`
inline constexpr int frameDepth = jsonDepth + 4; ///< of a whole frame around it
inline constexpr int typeLength = 64;
inline constexpr std::int64_t idNumber = 1LL << 53; ///< an ID beyond it is a text
inline constexpr int idLength = 64; ///< of an ID that is a text, UTF-16 units

inline constexpr int oddities = 256; ///< noted of one event; more tell nobody more

inline constexpr int stepsPerOrder = 200; ///< one more is refused
// Texts of rows, in UTF-16 units; the book cuts what is longer. Chosen so that an order with all
// its steps stays one frame, whatever is written into them.
inline constexpr int orderText = 200;
inline constexpr int orderNote = 1000;
inline constexpr int stepText = 64;
inline constexpr int stepNote = 160;
// The shop's own fields; the bounds keep the largest order one frame.
inline constexpr int customFields = 16; ///< of orders, and as many of steps
inline constexpr int customName = 40; ///< UTF-16 units
inline constexpr int customLink = 500; ///< a longer one is left out: cut, it leads elsewhere
inline constexpr int customBytesOfSteps = 20 * 1024; ///< of all steps of an order, as JSON
inline constexpr int publishedNumbers = 64; ///< different keys; a new one beyond is ignored
inline constexpr int deletedRemembered = 1000;
inline constexpr int noticesPerSender = 200;
inline constexpr int noticesKept = 2000; ///< of all senders
inline constexpr std::size_t noticeBytes = 2 * 1024 * 1024; ///< all their data, as JSON
inline constexpr int noticeDays = 7;
inline constexpr int noticeKeyLength = 64;
inline constexpr auto alarmRepeatLeast = 30s;
inline constexpr auto alarmRepeatMost = 600s;
inline constexpr auto alarmLength = 14'400s; ///< after which any alarm has ended by itself
inline constexpr int escalations = 4; ///< of one alarm

// Stations and receipts.
inline constexpr int stationIdLength = 64;
inline constexpr int stationText = 64; ///< name, version, system…: UTF-16 units; more is cut
inline constexpr int stationsOfUser = 50;
inline constexpr int stations = 5000; ///< in all
inline constexpr int stationDays = 90; ///< unseen for so long, a station is forgotten
inline constexpr int expectedDays = 7; ///< a station on within these is expected to get a notice
inline constexpr int receiptIds = 100; ///< in one message
inline constexpr int receiptDays = 30; ///< kept for who sent the notice
inline constexpr int receiptRows = 2000; ///< stations listed of one notice
inline constexpr auto receiptsInterval = 1s; ///< numbers of one notice at most this often
inline constexpr int urgentDays = 3; ///< an open order due today + 3 or earlier is urgent

inline constexpr std::size_t frameBytes = 512 * 1024; ///< QtWebSockets breaks longer text
inline constexpr std::size_t snapshotPartBytes = 256 * 1024; ///< a larger single row goes alone
inline constexpr std::size_t inflatedBytes = 4 * 1024 * 1024; ///< in a binary frame; more is a bomb

inline constexpr std::size_t requestHeadBytes = 8 * 1024;
inline constexpr auto requestHeadTime = 5s;
inline constexpr auto heartbeat = 30s;
/// WebSocket pings: a client sends one so often, a server after so much silence.
inline constexpr auto wirePing = 10s;
inline constexpr auto wirePongWait = 5s;
inline constexpr auto resumeWait = 2s; ///< for a position ahead of this server's
inline constexpr auto numbersInterval = 1s; ///< dashboard_update at most this often

} // namespace pressboard::limits
