// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/setting_keys.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace pressboard::client;

/// docs/settings.md against the program: whoever writes a file by that page is understood.
class TestSettingsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void namesEverySetting();
    void namesNothingElse();
    void saysWhatAChoiceMayBe();

private:
    QMap<QString, QStringList> m_rows; ///< words of the third column by setting
};

static QStringList codesIn(const QString &text)
{
    static const QRegularExpression code(QStringLiteral("`([^`]+)`"));
    QStringList found;
    for (const auto &match : code.globalMatch(text))
        found.append(match.captured(1));
    return found;
}

void TestSettingsPage::initTestCase()
{
    QFile page(QStringLiteral(SETTINGS_PAGE));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(page.readAll()).split(u'\n');
    for (const QString &line : lines.filter(QRegularExpression(QStringLiteral("^\\| `")))) {
        const QStringList cells = line.split(u'|');
        for (const QString &key : codesIn(cells.at(2)))
            m_rows.insert(codesIn(cells.at(1)).first() + u'/' + key, codesIn(cells.at(3)));
    }
    QVERIFY(!m_rows.isEmpty());
}

void TestSettingsPage::namesEverySetting()
{
    for (const SettingKey &key : SettingKey::all()) {
        if (key.kind != SettingKey::Kind::State)
            QVERIFY2(m_rows.contains(key.name), key.name.data());
    }
}

void TestSettingsPage::namesNothingElse()
{
    for (const QString &name : m_rows.keys()) {
        const SettingKey *key = SettingKey::find(name);
        QVERIFY2(key && key->kind != SettingKey::Kind::State, qPrintable(name));
    }
}

void TestSettingsPage::saysWhatAChoiceMayBe()
{
    for (const SettingKey &key : SettingKey::all()) {
        if (key.kind == SettingKey::Kind::Text || key.kind == SettingKey::Kind::State)
            continue;
        const QStringList said = m_rows.value(key.name);
        for (const QString &word : said)
            QVERIFY2(key.accepts(word), qPrintable(word));
        for (const QString &choice : key.choices)
            QVERIFY2(said.contains(choice), qPrintable(choice));
    }
}

QTEST_GUILESS_MAIN(TestSettingsPage)
#include "tst_settings_page.moc"
