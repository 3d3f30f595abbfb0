// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/publish_request.h"
#include "server/api/route.h"
#include "server/auth/token.h"
#include "server/listener/admission.h"
#include "server/listener/body_length.h"

#include <algorithm>
#include <cstdlib>

using namespace pressboard::server;

namespace {

const UserDirectory &users()
{
    static UserDirectory directory;
    if (!directory.isLoaded()) {
        UserRecord page;
        page.name = QStringLiteral("page");
        page.role = Role::Page;
        page.tokens = {{tokenHash("page"), std::nullopt}};
        UserRecord li;
        li.name = QStringLiteral("li");
        li.tokens = {{tokenHash("li"), std::nullopt}};
        directory.replace({page, li});
    }
    return directory;
}

QList<AdmissionRules> everyRules()
{
    AdmissionRules strict;
    AdmissionRules named;
    named.anonymousMayRead = true;
    named.isEncrypted = true;
    named.origins = {QStringLiteral("https://crm.example")};
    named.hosts = {QStringLiteral("board.example")};
    named.trustedProxies.clear();
    AdmissionRules open;
    open.anonymousMayRead = true;
    return {strict, named, open};
}

/// A refusal is one that clients understand.
void check(const HttpAnswer &refusal)
{
    if (refusal.status < 400 || refusal.status > 599)
        std::abort();
}

void judge(const RequestHead &head, const AdmissionRules &rules)
{
    static const QHostAddress peer(QHostAddress::LocalHost);
    if (const auto refusal = refuseRequest(head, peer, rules))
        return check(*refusal);
    const auto known = identify(head, peer, rules, users());
    if (const auto *refusal = std::get_if<HttpAnswer>(&known))
        return check(*refusal);
    const Identity &identity = std::get<Admission>(known).identity;
    if (identity.anonymous && !rules.anonymousMayRead)
        std::abort();
}

void checkRead(const PublishRequestOrError &read)
{
    if (const auto *refusal = std::get_if<HttpAnswer>(&read))
        return check(*refusal);
    const auto &publishes = std::get<PublishRequest>(read).publishes;
    if (publishes.isEmpty() || publishes.size() > PublishRequest::eventsAtOnce)
        std::abort();
    for (const auto &publish : publishes) {
        if (publish.ref.isEmpty() || publish.ref != publishes.first().ref)
            std::abort();
    }
}

/// What programs ask for: the head says all, or the body is read as far as its length says.
void read(const RequestHead &head, QByteArrayView rest)
{
    constexpr qint64 most = 1024 * 1024;
    if (const auto early = answerToHead(head))
        return early->status == 204 ? void() : check(*early);
    const auto length = bodyLength(head, most);
    if (const auto *refusal = std::get_if<HttpAnswer>(&length))
        return check(*refusal);
    const qint64 bytes = std::get<qint64>(length);
    if (bytes < 0 || bytes > most)
        std::abort();
    const Route route = Route::of(head.path());
    const QByteArray body = rest.first(std::min<qsizetype>(bytes, rest.size())).toByteArray();
    if (route.resource == Route::Resource::Events)
        checkRead(readEvents(head, body));
    if (route.resource == Route::Resource::Notices)
        checkRead(readNotice(head, body));
}

} // namespace

/// The head of a request and whom it lets in, and what a program publishes behind it. One that is
/// whole is whole exactly at its end, however the bytes come.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArrayView input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    RequestHead head;
    if (RequestHead::parse(input, head) != RequestHead::Kind::Complete)
        return 0;
    RequestHead again;
    if (head.size() > input.size()
        || RequestHead::parse(input.first(head.size()), again) != RequestHead::Kind::Complete
        || RequestHead::parse(input.first(head.size() - 1), again) == RequestHead::Kind::Complete)
        std::abort();
    static const QList<AdmissionRules> all = everyRules();
    for (const AdmissionRules &rules : all)
        judge(head, rules);
    read(head, input.sliced(head.size()));
    return 0;
}
