// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/options.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

namespace {

Result<Options> parse(const QStringList &arguments)
{
    return Options::parse(QStringList(u"pressboard"_qs) + arguments);
}

} // namespace

class TestOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAll()
    {
        const auto options = parse(
            {u"--server"_qs,   u"office:5173"_qs, u"--token"_qs, u"t"_qs,        u"--settings"_qs,
             u"s.ini"_qs,      u"--language"_qs,  u"en"_qs,      u"--kiosk"_qs,  u"--screenshot"_qs,
             u"b.png"_qs,      u"--after"_qs,     u"500"_qs,     u"--report"_qs, u"r.json"_qs,
             u"--at-login"_qs, u"--page"_qs,      u"orders"_qs,  u"--find"_qs,   u"PO"_qs});
        QVERIFY(options.ok());
        QCOMPARE(options->server, u"office:5173"_qs);
        QCOMPARE(options->settingsFile, u"s.ini"_qs);
        QCOMPARE(options->language, u"en"_qs);
        QVERIFY(options->kiosk);
        QVERIFY(options->atLogin);
        QCOMPARE(options->page, u"orders"_qs);
        QCOMPARE(options->find, u"PO"_qs);
        QVERIFY(options->isUnattended());
        QCOMPARE(options->after, 500ms);
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("option") << QStringList{u"--nonsense"_qs};
        QTest::newRow("word") << QStringList{u"office"_qs};
        QTest::newRow("language") << QStringList{u"--language"_qs, u"fr"_qs};
        QTest::newRow("page") << QStringList{u"--page"_qs, u"drawer"_qs};
        QTest::newRow("time") << QStringList{u"--after"_qs, u"soon"_qs};
        QTest::newRow("no value") << QStringList{u"--server"_qs};
    }

    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QStringList, arguments);
        const auto options = parse(arguments);
        QVERIFY(!options.ok());
        QVERIFY(!options.error().message.isEmpty());
    }

    void namesEachOptionInTheHelp()
    {
        for (const char *name : {"server", "token", "settings", "language", "kiosk", "screenshot",
                                 "report", "after", "page", "find", "version", "help"})
            QVERIFY2(Options::usage().contains(u"--"_qs + QLatin1StringView(name)), name);
    }
};

QTEST_APPLESS_MAIN(TestOptions)
#include "tst_options.moc"
