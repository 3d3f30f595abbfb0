// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/csv.h"
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
    return !text.isEmpty() && dangerous.contains(text.front()) ? u'\'' + text : text;
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
        QTest::newRow("tab") << u"\t=1"_qs << u"'\t=1"_qs;
        QTest::newRow("carriage return") << u"\r=1"_qs << u"\"'\r=1\""_qs;
        QTest::newRow("wide") << u"＝1"_qs << u"'＝1"_qs;
        QTest::newRow("inside is harmless") << u"1=1"_qs << u"1=1"_qs;
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
            QList<QStringList> rows;
            QList<QStringList> expected;
            const int columns = 1 + random.below(5);
            for (int row = random.below(6); row > 0; --row) {
                rows.append(QStringList());
                expected.append(QStringList());
                for (int column = 0; column < columns; ++column) {
                    rows.last().append(randomText(random));
                    expected.last().append(neutralised(rows.last().last()));
                }
            }
            const QByteArray bytes = csv::document(rows);
            QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
            const auto read = Reader(QString::fromUtf8(bytes.mid(3))).read();
            QVERIFY(read.has_value());
            QCOMPARE(*read, expected);
            for (const QStringList &row : *read) {
                for (const QString &field : row)
                    QVERIFY(field.isEmpty() || !dangerous.contains(field.front()));
            }
        }
    }

    void savesWholeFilesOrSaysWhy()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"订单.csv"_qs);
        QVERIFY(!csv::save(path, {{u"订单号"_qs}, {u"PO1"_qs}}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
                 QByteArray("\xEF\xBB\xBF"
                            "订单号\r\nPO1\r\n"));

        const auto error = csv::save(folder.filePath(u"no/such/folder.csv"_qs), {{u"x"_qs}});
        QVERIFY(error.has_value());
        QVERIFY2(error->message.contains(u"folder.csv"), qPrintable(error->message));
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
