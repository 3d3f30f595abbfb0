// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/activity_list.h"
#include "client/notify/notice_list.h"
#include "shared/base/limits.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestNoticeList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsTheNewestFirst();
    void knowsWhatWasRead();
    void forgetsWhatItNoLongerKeeps();
    void remembersEarlierSessions();
    void expiredIsNotUnread();
    void activityKeepsTheLast();
};

namespace {

Notice notice(quint64 ms, const char *level = "info", const QString &expires = {})
{
    return {{ms, 0},
            {},
            {{QStringLiteral("message"), QString::number(ms)},
             {QStringLiteral("sender"), QStringLiteral("王芳")},
             {QStringLiteral("type"), QString::fromLatin1(level)},
             {QStringLiteral("expires"), expires}}};
}

QString texts(const NoticeList &list)
{
    QStringList texts;
    for (int i = 0; i < list.rowCount(); ++i)
        texts.append(list.index(i).data(NoticeList::TextRole).toString());
    return texts.join(u' ');
}

} // namespace

void TestNoticeList::listsTheNewestFirst()
{
    NoticeList list;
    const QAbstractItemModelTester tester(&list,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    list.setNotices({notice(1), notice(2)});
    list.add(notice(3, "error"));
    QCOMPARE(texts(list), QStringLiteral("3 2 1"));
    list.withdraw({2, 0}, {QStringLiteral("李娜"), Moment(4ms)});
    list.withdraw({9, 9}, {});
    QCOMPARE(texts(list), QStringLiteral("3 2 1"));
    const QModelIndex newest = list.index(0);
    QCOMPARE(newest.data(NoticeList::IdRole).toString(), QStringLiteral("3-0"));
    QCOMPARE(newest.data(NoticeList::LevelRole).toInt(), int(NoticeLevel::Error));
    QCOMPARE(newest.data(NoticeList::TitleRole).toString(), QStringLiteral("Important · 王芳"));
    QCOMPARE(newest.data(NoticeList::TimeRole).toDateTime().toMSecsSinceEpoch(), 3);
    QCOMPARE(newest.data().toString(), QStringLiteral("Important · 王芳 · 3"));
}

void TestNoticeList::knowsWhatWasRead()
{
    NoticeList list;
    const QSignalSpy read(&list, &NoticeList::readChanged);
    list.setNotices({notice(1), notice(2), notice(3, "error")});
    QCOMPARE(list.unreadNotices(Moment(5ms)).size(), 3);
    QVERIFY(list.hasUnreadImportant(Moment(5ms)));
    list.markRead({3, 0});
    list.markRead({3, 0});
    QCOMPARE(read.size(), 1);
    QVERIFY(!list.hasUnreadImportant(Moment(5ms)));
    QVERIFY(list.index(1).data(NoticeList::UnreadRole).toBool());
    QVERIFY(!list.index(0).data(NoticeList::UnreadRole).toBool());
    QCOMPARE(list.readAlso(), (QList<StreamId>{{3, 0}}));
    list.markAllRead({3, 0});
    QCOMPARE(list.unreadNotices(Moment(5ms)).size(), 0);
    QCOMPARE(list.readUntil(), (StreamId{3, 0}));
    QVERIFY(list.readAlso().isEmpty());
}

void TestNoticeList::forgetsWhatItNoLongerKeeps()
{
    NoticeList list;
    list.setKept(limits::noticesKept);
    list.add(notice(1));
    list.markRead({1, 0});
    for (int ms = 2; ms <= limits::noticesKept; ++ms)
        list.add(notice(ms));
    QVERIFY(list.isRead({1, 0}));
    list.add(notice(limits::noticesKept + 1));
    QCOMPARE(list.rowCount(), limits::noticesKept);
    QVERIFY(!list.isRead({1, 0}));
}

void TestNoticeList::remembersEarlierSessions()
{
    NoticeList list;
    list.setRead({1, 0}, {{3, 0}});
    list.setNotices({notice(1), notice(2), notice(3)});
    QCOMPARE(list.unreadNotices(Moment(5ms)).size(), 1);
    QVERIFY(!list.isRead({2, 0}));
}

void TestNoticeList::expiredIsNotUnread()
{
    NoticeList list;
    list.setNotices({notice(1, "error", QStringLiteral("2026-11-23T02:00:00Z"))});
    const Moment expires =
        *momentFromText(QStringLiteral("2026-11-23T02:00:00Z"), QTimeZone::utc());
    QVERIFY(list.hasUnreadImportant(expires - 1s));
    QVERIFY(!list.hasUnreadImportant(expires + 1s));
}

void TestNoticeList::activityKeepsTheLast()
{
    ActivityList list;
    const QAbstractItemModelTester tester(&list,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int i = 0; i < ActivityList::most + 20; ++i) {
        Toast toast;
        toast.title = QString::number(i);
        toast.orderId = i;
        list.add({{toast, true}}, Moment(std::chrono::milliseconds(i)), {});
    }
    QCOMPARE(list.rowCount(), ActivityList::most);
    QCOMPARE(list.index(0).data(ActivityList::TitleRole).toString(), QStringLiteral("519"));
    QCOMPARE(list.index(499).data(ActivityList::OrderIdRole).value<CrmId>(), 20);
    QCOMPARE(list.index(499).data(ActivityList::TimeRole).toDateTime().toMSecsSinceEpoch(), 20);
}

QTEST_GUILESS_MAIN(TestNoticeList)
#include "tst_notice_list.moc"
