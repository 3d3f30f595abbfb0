// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/search/pinyin_table.h"
#include "tests/client/search/icu_initials.h"

#include <QTest>

using namespace pressboard::client;
using namespace pressboard::test;

/// The program's own table against the readings of ICU that it was made from.
class TestPinyinTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIcuSays();
};

void TestPinyinTable::saysWhatIcuSays()
{
    const std::string readings = icuInitials(pinyin::firstCharacter, 0x9fff, pinyin::noReading);
    QCOMPARE(pinyin::initials.size(), readings.size());
    int differences = 0;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (pinyin::initials[i] == readings[i])
            continue;
        ++differences;
        qWarning("U+%04X: %c, and ICU says %c", unsigned(pinyin::firstCharacter + i),
                 pinyin::initials[i], readings[i]);
    }
    QVERIFY2(differences == 0, "make_pinyin_table writes the table anew");
}

QTEST_APPLESS_MAIN(TestPinyinTable)
#include "tst_pinyin_table.moc"
