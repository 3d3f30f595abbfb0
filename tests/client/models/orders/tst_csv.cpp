// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/csv.h"
#include "client/models/orders/table_text.h"
#include "tests/support/random_events.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

namespace {

/// A reader by the letter of RFC 4180; nothing when the text is not such a table.
class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {
    }

    std::optional<QList<QStringList>> read()
    {
        QList<QStringList> rows;
        while (m_at < m_text.size()) {
            QStringList row;
            do {
                const std::optional<QString> field = readField();
                if (!field)
                    return std::nullopt;
                row.append(*field);
            } while (skip(u","));
            if (!skip(u"\r\n"))
                return std::nullopt;
            rows.append(row);
        }
        return rows;
    }

private:
    bool skip(QStringView text)
    {
        if (!QStringView(m_text).mid(m_at).startsWith(text))
            return false;
        m_at += text.size();
        return true;
    }
    std::optional<QString> readField()
    {
        QString field;
        if (!skip(u"\"")) {
            while (m_at < m_text.size() && !QStringView(u",\"\r\n").contains(m_text.at(m_at)))
                field += m_text.at(m_at++);
            return field;
        }
        while (m_at < m_text.size()) {
            if (skip(u"\"\""))
                field += u'"';
            else if (skip(u"\""))
                return field;
            else
                field += m_text.at(m_at++);
        }
        return std::nullopt;
    }

    QString m_text;
    qsizetype m_at = 0;
};

/// What a table program would run, were it to stand first in a cell.
constexpr QStringView dangerous = u"=+-@\t\r\n＝＋－＠";

QString neutralised(const QString &text)
{
    if (!text.isEmpty() && dangerous.contains(text.front()))
        return u'\'' + text;
    return table_text::isReckonedWith(text) ? u'\t' + text : text;
}

QString randomText(test::RandomEvents &random)
{
    static const QString letters = u"=+-@\t\r\n,\"'；，ab 新知书局12＝＋－＠"_qs;
    QString text;
    for (int i = random.below(9); i > 0; --i)
        text += letters.at(random.below(int(letters.size())));
    return text;
}

} // namespace

/// What is exported can be read back to the letter, and nothing in it runs.
class TestCsv : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesFields_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        QTest::newRow("plain") << u"新知书局"_qs << u"新知书局"_qs;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("comma") << u"a,b"_qs << u"\"a,b\""_qs;
        QTest::newRow("quote") << u"8\" book"_qs << u"\"8\"\" book\""_qs;
        QTest::newRow("line end") << u"a\nb"_qs << u"\"a\nb\""_qs;
        QTest::newRow("formula") << u"=1+1"_qs << u"'=1+1"_qs;
        QTest::newRow("command") << u"=cmd|' /C calc'!A0,"_qs << u"\"'=cmd|' /C calc'!A0,\""_qs;
        QTest::newRow("plus") << u"+86 21"_qs << u"'+86 21"_qs;
        QTest::newRow("minus") << u"-3"_qs << u"'-3"_qs;
        QTest::newRow("at") << u"@SUM(A1)"_qs << u"'@SUM(A1)"_qs;
        QTest::newRow("tab") << u"\t=1"_qs << u"\"'\t=1\""_qs;
        QTest::newRow("carriage return") << u"\r=1"_qs << u"\"'\r=1\""_qs;
        QTest::newRow("wide") << u"＝1"_qs << u"'＝1"_qs;
        QTest::newRow("inside is harmless") << u"1=1"_qs << u"1=1"_qs;
        // A text stays one: each of these was another thing after a table program had opened it.
        QTest::newRow("long digits") << u"1120261122008"_qs << u"\"\t1120261122008\""_qs;
        QTest::newRow("16 digits") << u"6222021234567890"_qs << u"\"\t6222021234567890\""_qs;
        QTest::newRow("leading zeros") << u"0017"_qs << u"\"\t0017\""_qs;
        QTest::newRow("power of ten") << u"12E5"_qs << u"\"\t12E5\""_qs;
        QTest::newRow("fraction") << u"3/9"_qs << u"\"\t3/9\""_qs;
        QTest::newRow("day") << u"11-28"_qs << u"\"\t11-28\""_qs;
        QTest::newRow("version") << u"1.10"_qs << u"\"\t1.10\""_qs;
        QTest::newRow("few digits") << u"3000"_qs << u"3000"_qs;
        QTest::newRow("eleven digits") << u"20261122008"_qs << u"20261122008"_qs;
        QTest::newRow("letters before") << u"PO1120261122008"_qs << u"PO1120261122008"_qs;
    }

    void valuesAreReckonedWith()
    {
        QCOMPARE(csv::field({u"2026-11-25"_qs, TableCell::Kind::Value}), u"2026-11-25"_qs);
        QCOMPARE(csv::field({u"-3"_qs, TableCell::Kind::Value}), u"-3"_qs);
        QCOMPARE(csv::field({u"123456789012"_qs, TableCell::Kind::Value}), u"123456789012"_qs);
    }

    void writesFields()
    {
        QFETCH(QString, text);
        QTEST(csv::field(text), "written");
    }

    void readsBackWhateverItIs()
    {
        test::RandomEvents random(test::randomSeed());
        for (int round = 0; round < 300; ++round) {
            Table rows;
            QList<QStringList> expected;
            const int columns = 1 + random.below(5);
            for (int row = random.below(6); row > 0; --row) {
                rows.append(TableRow());
                expected.append(QStringList());
                for (int column = 0; column < columns; ++column) {
                    const QString text = randomText(random);
                    rows.last().append(text);
                    expected.last().append(neutralised(text));
                }
            }
            const QByteArray bytes = csv::document(rows);
            QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
            const auto read = Reader(QString::fromUtf8(bytes.mid(3))).read();
            QVERIFY(read.has_value());
            QCOMPARE(*read, expected);
            for (const QStringList &row : *read) {
                for (const QString &field : row)
                    QVERIFY(field.isEmpty() || !dangerous.contains(field.front())
                            || table_text::isReckonedWith(field.mid(1)));
            }
        }
    }

    void aTableForTheClipboard()
    {
        const Table table{
            {u"订单号"_qs, u"数量"_qs, u"备注"_qs},
            {u"1120261122008"_qs, {u"3000"_qs, TableCell::Kind::Value}, u"=cmd|a\nb\t<b>"_qs}};
        QCOMPARE(table_text::tabSeparated(table),
                 u"订单号\t数量\t备注\n1120261122008\t3000\t'=cmd|a b <b>\n"_qs);
        const QString html = table_text::html(table);
        QVERIFY(html.contains(u"<td style=\"mso-number-format:'\\@'\">1120261122008</td>"));
        QVERIFY(html.contains(u"<td>3000</td>"));
        QVERIFY(html.contains(u"=cmd|a b &lt;b&gt;</td>"));
    }

    void savesWholeFilesOrSaysWhy()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"订单.csv"_qs);
        QVERIFY(!csv::save(path, {TableRow{u"订单号"_qs}, TableRow{u"PO1"_qs}}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
                 QByteArray("\xEF\xBB\xBF"
                            "订单号\r\nPO1\r\n"));

        const auto error =
            csv::save(folder.filePath(u"no/such/folder.csv"_qs), {TableRow{u"x"_qs}});
        QVERIFY(error.has_value());
        QVERIFY2(error->message.contains(u"folder.csv"), qPrintable(error->message));
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
