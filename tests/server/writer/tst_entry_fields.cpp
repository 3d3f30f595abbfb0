// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/entry_fields.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

class TestEntryFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesWhatThereIs();
    void keepsTheSpellingOfWhatWasPublished();
};

void TestEntryFields::namesWhatThereIs()
{
    Event event{{}, QStringLiteral("die_ready"), {{QStringLiteral("order_id"), 1}}, {}, {}};
    QCOMPARE(entryFields(event), QByteArrayList({"type", "die_ready", "data", "{\"order_id\":1}"}));
    event.groups = Audience({QStringLiteral("dept_3"), QStringLiteral("role_admin")});
    event.source = QStringLiteral("channels");
    QCOMPARE(entryFields(event).mid(4),
             QByteArrayList({"groups", "dept_3,role_admin", "src", "channels"}));
}

void TestEntryFields::keepsTheSpellingOfWhatWasPublished()
{
    Event event{{}, QStringLiteral("die_ready"), {{QStringLiteral("order_id"), 1}}, {}, {}};
    QCOMPARE(publishedFields(event), entryFields(event));
    event.published = "{\"order_id\":\"1.00\"}";
    QCOMPARE(publishedFields(event).at(3), event.published);
    QCOMPARE(entryFields(event).at(3), QByteArray("{\"order_id\":1}"));
}

QTEST_APPLESS_MAIN(TestEntryFields)
#include "tst_entry_fields.moc"
