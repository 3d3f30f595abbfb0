// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QTest>
#include <QXmlStreamReader>

/// Both languages are complete: nothing unfinished, nothing empty, and each has what the other has.
class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isComplete_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(PRESSBOARD_TRANSLATIONS));
        for (const QString &name : folder.entryList({QStringLiteral("*.ts")}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }

    void isComplete()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString source;
        int messages = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"source")
                source = xml.readElementText();
            if (xml.name() != u"translation")
                continue;
            ++messages;
            QVERIFY2(!xml.attributes().hasAttribute(u"type"_qs), qPrintable(source));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            QVERIFY2(!text.trimmed().isEmpty(), qPrintable(source));
        }
        QVERIFY(!xml.hasError());
        QVERIFY(messages > 0);
    }
};

QTEST_APPLESS_MAIN(TestTranslations)
#include "tst_translations.moc"
