// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/translations.h"

#include <QDialogButtonBox>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard::client;

/// The program on a computer that lacks something.
class TestNoDisplay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutADisplayItSaysSo_data();
    void withoutADisplayItSaysSo();
    void withoutAChineseFontItSaysWhichPackageHasOne();
    void qtsOwnWordsAreChinese();
};

void TestNoDisplay::withoutADisplayItSaysSo_data()
{
    QTest::addColumn<QString>("display");
    QTest::newRow("none") << QString();
    QTest::newRow("one that nobody serves") << QStringLiteral(":64999");
}

void TestNoDisplay::withoutADisplayItSaysSo()
{
    QFETCH(QString, display);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE"})
        environment.remove(QString::fromLatin1(name));
    environment.insert(QStringLiteral("DISPLAY"), display);
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(PROGRAM), {});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 2);
    const QByteArray said = program.readAllStandardError();
    QVERIFY2(said.contains("there is no display to show the board on"), said.constData());
}

void TestNoDisplay::withoutAChineseFontItSaysWhichPackageHasOne()
{
    const QTemporaryDir folder;
    QFile fonts(folder.filePath(QStringLiteral("fonts.conf")));
    QVERIFY(fonts.open(QFile::WriteOnly));
    fonts.write(
        "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig><cachedir>"
        + folder.path().toUtf8() + "</cachedir></fontconfig>");
    fonts.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("FONTCONFIG_FILE"), fonts.fileName());
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder.path());
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), folder.path());
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(PROGRAM),
                  {QStringLiteral("--report"), folder.filePath(QStringLiteral("report.json")),
                   QStringLiteral("--after"), QStringLiteral("0")});
    QVERIFY(program.waitForFinished());
    const QByteArray said = program.readAllStandardError();
    QVERIFY2(said.contains("fonts-noto-cjk"), said.constData());
}

void TestNoDisplay::qtsOwnWordsAreChinese()
{
    Translations translations;
    translations.use(QStringLiteral("zh_CN"));
    const QDialogButtonBox box(QDialogButtonBox::Cancel);
    QVERIFY2(box.button(QDialogButtonBox::Cancel)->text().contains(u"取消"),
             qPrintable(box.button(QDialogButtonBox::Cancel)->text()));
}

QTEST_MAIN(TestNoDisplay)
#include "tst_no_display.moc"
