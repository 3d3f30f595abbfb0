// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/log_place.h"

#include <QSet>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using redis::StreamEntry;

/// That the scripts make the same fingerprint is the keeper's tests' business.
class TestLogPlace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsEveryContentFromEveryOther();
    void isWhereItsEntryIs();
    void takesWhateverIsThereForUnknown();
    void countsOn();
    void isToldToScripts();

private:
    const StreamEntry m_entry{{5, 1}, {{"type", "a"}, {"data", "{}"}}};
};

void TestLogPlace::tellsEveryContentFromEveryOther()
{
    const QList<StreamEntry> entries{
        m_entry,
        {{5, 2}, m_entry.fields},
        {{51, 1}, m_entry.fields},
        {{5, 1}, {{"type", "a"}, {"data", "{ }"}}},
        {{5, 1}, {{"data", "{}"}, {"type", "a"}}},
        {{5, 1}, {{"typea", ""}, {"data", "{}"}}},
        {{5, 1}, {{"type", "a 4:data"}, {"", "{}"}}},
        {{5, 1}, {{"type", "a"}}},
        {{5, 1}, {}},
        {{5, 1}, {{"type", QByteArray("a\0", 2)}, {"data", "{}"}}},
    };
    QSet<QByteArray> prints;
    for (const StreamEntry &entry : entries)
        prints.insert(fingerprintOf(entry));
    QCOMPARE(prints.size(), entries.size());
}

void TestLogPlace::isWhereItsEntryIs()
{
    const LogPlace place = LogPlace().after({m_entry});
    QVERIFY(place.isAt(m_entry));
    QVERIFY(!place.isAt({{5, 1}, {{"type", "b"}, {"data", "{}"}}}));
    QVERIFY(!place.isAt({{5, 2}, m_entry.fields}));
}

void TestLogPlace::takesWhateverIsThereForUnknown()
{
    const LogPlace place{{5, 1}, {}, {}};
    QVERIFY(place.isAt(m_entry));
    QVERIFY(!place.isAt({{5, 2}, m_entry.fields}));
}

void TestLogPlace::countsOn()
{
    const LogPlace place{{4, 0}, {}, 7};
    QCOMPARE(place.after({{{5, 0}, {}}, m_entry}), (LogPlace{{5, 1}, fingerprintOf(m_entry), 9}));
    QCOMPARE(place.after({}), place);
    QVERIFY(!LogPlace().after({m_entry}).added);
}

void TestLogPlace::isToldToScripts()
{
    QCOMPARE(LogPlace().toArguments(), (QByteArrayList{"0-0", "", ""}));
    QCOMPARE((LogPlace{{5, 1}, "ab", 7}.toArguments()), (QByteArrayList{"5-1", "ab", "7"}));
}

QTEST_APPLESS_MAIN(TestLogPlace)
#include "tst_log_place.moc"
