// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/translations.h"

#include <QDialogButtonBox>
#include <QProcess>
#include <QPushButton>
#include <QTest>

using namespace pressboard::client;

/// The program on a computer that lacks something.
class TestNoDisplay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutADisplayItSaysSo_data();
    void withoutADisplayItSaysSo();
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
