// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/codec.h"
#include "tests/support/encoded_part.h"
#include "tests/support/shop.h"

namespace pressboard::test {

/// One of each message a server sends, every member set to something that is not its default.
inline QList<protocol::ServerMessage> serverMessages()
{
    using namespace protocol;
    const StreamId id{1'795'423'846'000, 3};
    const Moment moment = momentOf(id);
    const Source lost{SourceState::Lost, moment, false, write_cause::memory,
                      Loss{moment - std::chrono::minutes(8), moment}};
    const CustomFields fields{{{u"paper"_qs, u"纸张"_qs, CustomField::Type::Text},
                               {u"page"_qs, u"单据"_qs, CustomField::Type::Link, {u"crm"_qs}}},
                              {{u"plates"_qs, u"版数"_qs, CustomField::Type::Number}}};
    Shop shop;
    shop.book.setCustomFields(fields);
    shop.order(
        R"({"order_id":7,"order_no":"PO7","customer_name":"新华书店","paper":"A\"4","page":"crm://7","status":2,"quantity":5,
                   "print_type":"cover","delivery_date":"2026-12-05","order_date":"2026-11-20T00:00:00Z"})");
    shop.step(
        R"({"order_id":7,"progress_id":70,"step_name":"覆膜","step_order":2,"status":2,"plates":2.5,
                  "step_category":"cover","operator":"王芳","start_time":"2026-11-23T00:00:00Z"})");
    shop.order(R"({"order_id":"A-17","order_no":"PO17","status":2})");
    shop.step(R"({"order_id":"A-17","progress_id":"007","step_name":"覆膜","status":1})");
    shop.step(R"({"order_id":"A-17","progress_id":7,"step_name":"打包","status":1})");
    const CrmId text = CrmId::fromText(u"A-17"_qs);
    const protocol::Shop place{
        u"印务"_qs,
        u"Asia/Shanghai"_qs,
        u"08:00"_qs,
        u"08:00-20:00"_qs,
        3600,
        {u"胶包"_qs},
        u"http://crm/{order_id}"_qs,
        {{u"3"_qs, u"印刷"_qs}},
        {{u"印刷"_qs, u"cover"_qs}, {u"打包"_qs, {}}},
        {{u"paper"_qs, u"缺纸"_qs, NoticeLevel::Warning, {u"dept_1"_qs}, false}},
        fields,
        {u"夜班 20:00-08:00"_qs}};
    const QJsonObject numbers{{u"total_orders"_qs, 3}};
    const ReceiptCounts counts{20, 2, 18, 15, 12, 1};
    return {
        ConnectionEstablished{u"WebSocket连接成功"_qs,
                              u"wang"_qs,
                              u"王芳"_qs,
                              1,
                              {u"x"_qs},
                              u"0.1.0"_qs,
                              u"a"_qs,
                              u"e1"_qs,
                              id,
                              20,
                              moment,
                              lost,
                              {u"notify"_qs},
                              {u"dept_1"_qs},
                              place},
        Sync{Sync::Mode::Resume, u"in the ring"_qs},
        Sync{Sync::Mode::Snapshot, u"another epoch"_qs},
        SnapshotPart{1, 2, {*shop.book.order(7), *shop.book.order(text)}, {}},
        SnapshotPart{2, 2, {}, {Notice{id, {}, {{u"message"_qs, u"a"_qs}}}}},
        SnapshotPart{2,
                     2,
                     {},
                     {Notice{id,
                             {},
                             {{u"message"_qs, u"a"_qs}, {u"key"_qs, u"k"_qs}, {u"alarm"_qs, true}},
                             u"user:wang"_qs,
                             Settlement{u"王芳"_qs, u"覆膜机"_qs, moment},
                             StreamId{id.ms - 5000, 1}}}},
        Synced{u"e1"_qs, id, numbers, QDate(2026, 11, 23), numbers, lost},
        Synced{u"e1"_qs, id, {}, {}, {}, {}},
        EventMessage{u"machine_alarm"_qs, {{u"text"_qs, u"a\"b"_qs}}, id, false},
        EventMessage{u"order_notification"_qs, {{u"order_id"_qs, 7}}, id, true},
        EventMessage{u"dashboard_update"_qs, numbers, id, false},
        EventMessage{u"general_notification"_qs, {{u"key"_qs, u"k"_qs}}, id, false, u"src:ctl"_qs},
        Numbers{numbers},
        OrderSight{id, 7, false, *shop.book.order(7)},
        OrderSight{id, 7, true, {}},
        OrderSight{id, 7, false, *shop.book.order(7), true},
        OrderSight{id, 7, true, {}, true},
        OrderSight{id, text, false, *shop.book.order(text)},
        OrderSight{id, text, true, {}},
        SourceChanged{lost},
        Goodbye{u"restart"_qs, 1500},
        Pong{moment, id},
        Ack{u"r1"_qs, 12, id},
        Ack{u"r2"_qs},
        Ack{u"r3"_qs, 4},
        Refusal{u"r1"_qs, u"forbidden"_qs, u"no"_qs},
        Refusal{{}, {}, u"无效的JSON格式"_qs},
        Unread{3, {{u"order_notification"_qs, u"quantity"_qs, u"left_out"_qs, 3, u"2.50"_qs}}},
        Unread{},
        OwnReceipts{{{id, {moment, moment, {}}}}},
        Receipts{id, counts},
        Receipts{id, counts,
                 QList<Receipts::Row>{{u"s1"_qs, u"覆膜机"_qs, u"王芳"_qs, u"desk"_qs, true, false,
                                       ReceiptTimes{moment, moment, moment}}}},
        Settled{id, {7, 0}, Settlement{u"王芳"_qs, u"覆膜机"_qs, moment}},
        Sent{{{id,
               {{u"message"_qs, u"a"_qs}},
               {u"dept_1"_qs},
               counts,
               Settlement{u"王芳"_qs, {}, moment}}},
             true},
        Sent{},
        Reminder{id},
        Stations{1,
                 1,
                 {{u"s1"_qs, u"覆膜机 2"_qs, u"覆膜机"_qs, u"wang"_qs, u"王芳"_qs, u"0.1.0"_qs,
                   u"Windows 10"_qs, u"wall"_qs, u"zh_CN"_qs, moment, moment, true, moment}}},
        Stations{0, 0, {}, {u"s1"_qs}},
    };
}

inline QList<protocol::ClientMessage> clientMessages()
{
    using namespace protocol;
    return {
        Hello{},
        Hello{Hello::Resume{u"e1"_qs, {5, 1}}, {u"x"_qs}, u"0.1.0"_qs, u"覆膜机"_qs, u"zh_CN"_qs},
        Ping{},
        Publish{u"r1"_qs,
                u"general_notification"_qs,
                {{u"message"_qs, u"a"_qs}},
                Audience({u"dept_1"_qs})},
        Publish{u"r2"_qs, u"x"_qs, {}, {}},
        Token{u"t1"_qs, u"eyJh.eyJz.c2ln"_qs},
        Token{{}, u"x"_qs},
        Hello{{},
              {},
              u"0.1.0"_qs,
              u"覆膜机"_qs,
              u"zh_CN"_qs,
              u"s1"_qs,
              u"desk"_qs,
              u"4711"_qs,
              u"Linux"_qs},
        Receipt{u"r3"_qs, ReceiptState::Seen, {{5, 1}, {6, 0}}},
        AskReceipts{{5, 1}},
        Settle{u"r4"_qs, {5, 1}},
        AskSent{},
        AskSent{{5, 1}},
        Remind{u"r5"_qs, {5, 1}},
        AskStations{},
        AskStations{false},
        ChangeStation{u"r6"_qs, u"s1"_qs, u"覆膜机 2"_qs},
        ChangeStation{u"r7"_qs, u"s1"_qs, {}, true},
    };
}

template<typename Message> QByteArray encoded(const Message &message)
{
    return std::visit(
        [](const auto &known) -> QByteArray {
            if constexpr (requires { protocol::encode(known); })
                return protocol::encode(known);
            else if constexpr (requires { encodedPart(known); })
                return encodedPart(known);
            else
                return {};
        },
        message);
}

} // namespace pressboard::test
