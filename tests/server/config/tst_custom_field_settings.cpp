// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/config_keys.h"
#include "server/config/config_sources.h"
#include "shared/base/limits.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

namespace {

ConfigOrProblems resolved(const QByteArray &toml)
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"pressboard.toml"_qs));
    file.open(QIODevice::WriteOnly);
    file.write(toml);
    file.close();
    ConfigSources sources;
    sources.readFile(file.fileName());
    return sources.resolve();
}

CustomFields fieldsIn(const QByteArray &toml)
{
    const ConfigOrProblems result = resolved(toml);
    if (const auto *problems = std::get_if<QStringList>(&result))
        qFatal("%s", qPrintable(problems->join(u'\n')));
    return std::get<Config>(result).fields;
}

} // namespace

/// [[fields]], as somebody writes them down.
class TestCustomFieldSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheFile();
    void thereAreNoneByDefault();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void haveABound();
    void isWrittenAsItIsRead();
};

void TestCustomFieldSettings::readsTheFile()
{
    using Type = CustomField::Type;
    const CustomFields fields = fieldsIn(R"(
[[fields]]
name = "paper"
title = "纸张"

[[fields]]
name = "拼版方式"

[[fields]]
name = "drawing"
title = "图纸"
type = "link"
schemes = ["ftp", "crm"]

[[fields]]
name = "paper"
title = "用纸"
of = "step"
type = "number"
)");
    const CustomFields expected{{{u"paper"_qs, u"纸张"_qs, Type::Text},
                                 {u"拼版方式"_qs, u"拼版方式"_qs, Type::Text},
                                 {u"drawing"_qs, u"图纸"_qs, Type::Link, {u"ftp"_qs, u"crm"_qs}}},
                                {{u"paper"_qs, u"用纸"_qs, Type::Number}}};
    QVERIFY(fields == expected);
}

void TestCustomFieldSettings::thereAreNoneByDefault()
{
    QVERIFY(Config().fields.isEmpty());
    QVERIFY(fieldsIn("fields = []").isEmpty());
}

void TestCustomFieldSettings::mistakesAreNamed_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *members, const char16_t *said) {
        QTest::newRow(name) << QByteArray(members) << QString::fromUtf16(said);
    };
    row("no name", "title = \"纸张\"", u"fields: table 1: name: found \"\", expected");
    row("name", "name = \"a b\"", u"table 1: name: found \"a b\", expected the member's name");
    row("our name", "name = \"status\"", u"table 1: name: found \"status\", expected a member");
    row("a row's name", "name = \"steps\"", u"name: found \"steps\"");
    row("a step's name", "name = \"operator\"", u"name: found \"operator\"");
    row("title", "name = \"a\"\ntitle = \" \"", u"table 1: title: found \"\", expected");
    row("of", "name = \"a\"\nof = \"customer\"",
        u"table 1: of: found customer, expected order, step");
    row("type", "name = \"a\"\ntype = \"money\"",
        u"table 1: type: found money, expected text, number, date, link");
    row("twice", "name = \"a\"\n[[fields]]\nname = \"a\"",
        u"table 2: name: found \"a\" for a second time");
    row("schemes of a text", "name = \"a\"\nschemes = [\"ftp\"]", u"table 1: schemes:");
    row("scheme", "name = \"a\"\ntype = \"link\"\nschemes = [\"ftp://\"]",
        u"table 1: schemes: found \"ftp://\"");
    row("a scheme that runs", "name = \"a\"\ntype = \"link\"\nschemes = [\"javascript\"]",
        u"table 1: schemes: found \"javascript\", expected one that may be opened");
    row("files", "name = \"a\"\ntype = \"link\"\nschemes = [\"file\"]", u"schemes: found \"file\"");
    row("unknown", "name = \"a\"\nlabel = \"b\"", u"table 1: there is no \"label\" in it");
}

void TestCustomFieldSettings::mistakesAreNamed()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, said);
    const ConfigOrProblems result = resolved("[[fields]]\n" + members);
    const auto *problems = std::get_if<QStringList>(&result);
    QVERIFY(problems);
    QCOMPARE(problems->size(), 1);
    QVERIFY2(problems->first().contains(said), qPrintable(problems->first()));
}

void TestCustomFieldSettings::haveABound()
{
    const auto tables = [](int count, const char *of) {
        QByteArray toml;
        for (int i = 0; i < count; ++i)
            toml += "[[fields]]\nname = \"f" + QByteArray::number(i) + "\"\nof = \"" + of + "\"\n";
        return toml;
    };
    const int most = limits::customFields;
    QCOMPARE(fieldsIn(tables(most, "order") + tables(most, "step")).ofSteps.size(), most);
    const ConfigOrProblems result = resolved(tables(most + 1, "step"));
    const auto *problems = std::get_if<QStringList>(&result);
    QVERIFY(problems);
    QVERIFY2(problems->first().contains(u"table 17: found more than 16 fields of steps"),
             qPrintable(problems->first()));
}

void TestCustomFieldSettings::isWrittenAsItIsRead()
{
    const CustomFields fields = fieldsIn("[[fields]]\nname = \"a\"\ntype = \"link\"\n"
                                         "schemes = [\"ftp\"]\n[[fields]]\nname = \"b\"\nof = "
                                         "\"step\"\ntype = \"date\"\n");
    Config config;
    config.fields = fields;
    const ConfigKey *key = configKey(u"fields");
    QVERIFY(key && key->isReread);
    Config again;
    QVERIFY(!key->set(again, key->get(config)));
    QVERIFY(again.fields == fields);
}

QTEST_APPLESS_MAIN(TestCustomFieldSettings)
#include "tst_custom_field_settings.moc"
