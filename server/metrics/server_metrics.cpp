// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/server_metrics.h"

#include "server/metrics/exposition.h"
#include "shared/protocol/close_codes.h"

#include <QtGlobal>

namespace pressboard::server {

namespace {

double secondsOf(std::chrono::milliseconds time)
{
    return double(time.count()) / 1e3;
}

double secondsOf(Moment moment)
{
    return secondsOf(std::chrono::milliseconds(moment.time_since_epoch()));
}

/// With all that may come: a counter that appears with its first fault has no rise to alert on.
PushCounters::ByNumber withZeros(std::initializer_list<int> known, PushCounters::ByNumber counts)
{
    for (int number : known)
        counts.try_emplace(number, 0);
    return counts;
}

PushCounters::ByNumber refused(const PushCounters &push)
{
    auto counts = withZeros({400, 401, 403, 404, 405, 426, 429, 503}, push.refused);
    counts[429] += push.crowdedAddress + push.crowdedUser;
    return counts;
}

PushCounters::ByNumber answered(const PushCounters &push)
{
    return withZeros({200, 201, 400, 401, 403, 404, 408, 409, 411, 413, 415, 422, 429, 503},
                     push.httpAnswers);
}

PushCounters::ByNumber closed(const PushCounters &push)
{
    return withZeros({int(CloseCode::Unauthorized), int(CloseCode::ProtocolError),
                      int(CloseCode::Forbidden), int(CloseCode::TooSlow), int(CloseCode::Reconnect),
                      int(CloseCode::GoingAway), int(CloseCode::TooMany), 1002, 1007, 1009},
                     push.closed);
}

void addTraffic(Exposition &text, const ServerMetrics &metrics)
{
    text.counter("pressboard_events_total", "Entries of the log that this server has read.")
        .sample(metrics.events);
    text.counter("pressboard_deliveries_total",
                 "Events and numbers given to clients, each client counted.")
        .sample(metrics.deliveries);
    text.counter("pressboard_rejected_total",
                 "Entries that could not be read and are on no board; status has the reason.")
        .sample(metrics.rejected);
    text.counter("pressboard_oddities_total",
                 "Members of events that were left out, cut, or taken as they came.")
        .sample(metrics.oddities);
    text.histogram("pressboard_event_to_socket_seconds",
                   "From an event's time in the log until every client's socket has it.",
                   metrics.eventToSocket);
}

void addClients(Exposition &text, const ServerMetrics &metrics)
{
    const PushCounters &push = metrics.push;
    text.gauge("pressboard_clients", "Clients that are connected.").sample(metrics.clients);
    text.counter("pressboard_accepted_total", "Clients that were let in.").sample(push.accepted);
    text.counter("pressboard_refused_total", "Clients that were not let in, by HTTP status.");
    for (const auto &[status, count] : refused(push))
        text.sample(count, {{"status", QByteArray::number(status)}});
    text.counter("pressboard_http_answers_total",
                 "Requests that are no WebSocket, below /api/v1/, by the HTTP status they got.");
    for (const auto &[status, count] : answered(push))
        text.sample(count, {{"status", QByteArray::number(status)}});
    text.counter("pressboard_http_cut_total", "Such requests that ended before their body did.")
        .sample(push.cutBodies);
    text.counter("pressboard_disconnects_total",
                 "Clients that this server closed, by close code; 0: dropped without one.");
    text.sample(push.stuck + push.floods, {{"code", "0"}});
    for (const auto &[code, count] : closed(push))
        text.sample(count, {{"code", QByteArray::number(code)}});
    text.counter("pressboard_snapshots_total", "Whole boards that were made; clients share them.")
        .sample(push.snapshots);
}

void addLog(Exposition &text, const ServerMetrics &metrics)
{
    text.gauge("pressboard_ready", "1 while what clients see is right, as /readyz says.")
        .sample(metrics.isReady);
    text.gauge("pressboard_log_last_event_timestamp_seconds",
               "When the last entry of the log was written, by Redis' clock; 0: never.")
        .sample(metrics.lastEvent ? secondsOf(*metrics.lastEvent) : 0.0);
    text.gauge("pressboard_log_writable", "1 while Redis answers and takes what is new.")
        .sample(metrics.isWritable);
    text.gauge("pressboard_writer", "1 for the one server that writes for all.")
        .sample(metrics.isWriter);
    text.gauge("pressboard_checkpoint_lag_seconds",
               "Age of the oldest entry that is not in the checkpoint yet; 0: all are.")
        .sample(secondsOf(metrics.checkpointLag));
}

void addMachine(Exposition &text, const ServerMetrics &metrics)
{
    if (metrics.redisBytes)
        text.gauge("pressboard_redis_memory_bytes", "Memory that Redis uses.")
            .sample(*metrics.redisBytes);
    if (metrics.diskFreeBytes)
        text.gauge("pressboard_disk_free_bytes",
                   "Room that is left on the disk of the data directory.")
            .sample(*metrics.diskFreeBytes);
    if (metrics.certificateEnds)
        text.gauge("pressboard_certificate_expiry_timestamp_seconds",
                   "When the certificate that clients see ends.")
            .sample(secondsOf(*metrics.certificateEnds));
    text.histogram("pressboard_loop_turn_seconds",
                   "How long the event loop worked between two of its waits.", metrics.loopTurns);
    text.gauge("pressboard_build_info", "1; which version this is.")
        .sample(1, {{"version", metrics.version.toUtf8()}, {"qt", qVersion()}});
}

void addRobots(Exposition &text, const QList<ServerMetrics::Robot> &robots)
{
    if (robots.isEmpty())
        return;
    text.counter("pressboard_robot_messages_total",
                 "Messages to robots of chat groups that this server sent, or tried to.");
    for (const ServerMetrics::Robot &robot : robots) {
        text.sample(robot.sent, {{"robot", robot.name}, {"result", "sent"}});
        text.sample(robot.failed, {{"robot", robot.name}, {"result", "failed"}});
    }
}

/// Under the names that every exporter has for them.
void addProcess(Exposition &text, const platform::ProcessUse &use)
{
    text.counter("process_cpu_seconds_total", "CPU time of the process, user and system.")
        .sample(secondsOf(use.cpu));
    text.gauge("process_resident_memory_bytes", "Memory that is in RAM.").sample(use.residentBytes);
    text.gauge("process_virtual_memory_bytes", "Memory that is mapped.").sample(use.virtualBytes);
    text.gauge("process_start_time_seconds", "When the process began, since 1970.")
        .sample(secondsOf(use.started));
    text.gauge("process_open_fds", "Files and sockets that are open.").sample(use.openFiles);
    text.gauge("process_max_fds", "How many may be open.").sample(use.maxFiles);
}

} // namespace

QByteArray toText(const ServerMetrics &metrics)
{
    Exposition text;
    addTraffic(text, metrics);
    addClients(text, metrics);
    addLog(text, metrics);
    addMachine(text, metrics);
    addRobots(text, metrics.robots);
    if (metrics.process)
        addProcess(text, *metrics.process);
    return text.text();
}

} // namespace pressboard::server
