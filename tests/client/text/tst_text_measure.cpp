// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/text/text_measure.h"

#include <QFontMetrics>
#include <QTest>

using pressboard::client::TextMeasure;

/// What it remembers is what a QFontMetrics would say now.
class TestTextMeasure : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatTheFontSays();
    void tellsFontsApart();
    void elidesToEachRoom();
    void forgetsWithoutErring();

private:
    static QFont font(int px, QFont::Weight weight = QFont::Normal);

    TextMeasure m_measure;
};

QFont TestTextMeasure::font(int px, QFont::Weight weight)
{
    QFont font;
    font.setPixelSize(px);
    font.setWeight(weight);
    return font;
}

void TestTextMeasure::saysWhatTheFontSays()
{
    const QString texts[] = {{}, u"PO20231201017"_qs, u"晨光文具 2027 台历"_qs, u"…"_qs};
    for (int round = 0; round < 2; ++round) {
        for (const QString &text : texts)
            QCOMPARE(m_measure.width(text, font(14)),
                     QFontMetrics(font(14)).horizontalAdvance(text));
    }
}

void TestTextMeasure::tellsFontsApart()
{
    const QString text = u"紧急 PO20231201017"_qs;
    QFont spaced = font(14);
    spaced.setLetterSpacing(QFont::AbsoluteSpacing, 3);
    for (const QFont &one : {font(12), font(14), font(28), font(14, QFont::Bold), spaced})
        QCOMPARE(m_measure.width(text, one), QFontMetrics(one).horizontalAdvance(text));
}

void TestTextMeasure::elidesToEachRoom()
{
    const QString text = u"新远东印务有限公司"_qs;
    const QFontMetrics metrics(font(14));
    for (int room = 0; room < metrics.horizontalAdvance(text) + 10; ++room)
        QCOMPARE(m_measure.elided(text, font(14), room),
                 metrics.elidedText(text, Qt::ElideRight, room));
    QCOMPARE(m_measure.width(text, font(14)), metrics.horizontalAdvance(text));
}

void TestTextMeasure::forgetsWithoutErring()
{
    const QFontMetrics metrics(font(14));
    for (int number = 0; number < 3 * TextMeasure::mostRemembered; ++number) {
        const QString text = QString::number(number);
        QCOMPARE(m_measure.width(text, font(14)), metrics.horizontalAdvance(text));
    }
    QCOMPARE(m_measure.width(u"1"_qs, font(14)), metrics.horizontalAdvance(u"1"_qs));
}

QTEST_MAIN(TestTextMeasure)
#include "tst_text_measure.moc"
