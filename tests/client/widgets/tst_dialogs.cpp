// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/first_run_dialog.h"
#include "client/widgets/segmented_control.h"
#include "client/widgets/send_notice_dialog.h"
#include "client/widgets/server_probe.h"
#include "client/widgets/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard::client;

namespace {

/// Answers when the test says so.
class Probe final : public ServerProbe
{
public:
    void run(const QString &server, const QString &token) override
    {
        asked.append({server, token});
    }
    void answer(bool works, const QString &sentence) { Q_EMIT finished({works, sentence}); }

    QList<std::pair<QString, QString>> asked;
};

QPushButton *button(const QWidget &dialog, const QString &text)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace

class TestDialogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstRunTakesNothingUntested()
    {
        Theme theme;
        Probe probe;
        FirstRunDialog dialog(theme, probe, {{}, {}, u"PC-3"_qs, {}});
        dialog.show();
        QVERIFY(!button(dialog, u"Test and go on"_qs)->isEnabled());
        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"server"_qs), u"192.168.1.10"_qs);
        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"token"_qs), u"secret"_qs);
        button(dialog, u"Test and go on"_qs)->click();
        QCOMPARE(probe.asked.size(), 1);
        QCOMPARE(probe.asked.first().first, u"192.168.1.10"_qs);

        probe.answer(false, u"No answer"_qs);
        QCOMPARE(dialog.findChild<QLabel *>(u"probeResult"_qs)->text(), u"No answer"_qs);
        QVERIFY(button(dialog, u"Next"_qs) == nullptr);

        button(dialog, u"Test and go on"_qs)->click();
        probe.answer(true, u"It works"_qs);
        button(dialog, u"Next"_qs)->click();
        dialog.findChild<QLineEdit *>(u"stationName"_qs)->setText(u"烫金-1"_qs);
        for (QCheckBox *box : dialog.findChildren<QCheckBox *>())
            box->setChecked(box->text() == u"烫金");
        button(dialog, u"Open board"_qs)->click();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.answer().token, u"secret"_qs);
        QCOMPARE(dialog.answer().stationName, u"烫金-1"_qs);
        QCOMPARE(dialog.answer().mySteps, QStringList(u"烫金"_qs));
    }

    void aChangeAfterTheTestCountsAsUntested()
    {
        Theme theme;
        Probe probe;
        FirstRunDialog dialog(theme, probe, {u"a"_qs, {}, {}, {}});
        dialog.show();
        button(dialog, u"Test and go on"_qs)->click();
        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"server"_qs), u"b"_qs);
        probe.answer(true, u"It works"_qs); // what was asked is not what stands there
        QVERIFY(button(dialog, u"Next"_qs) == nullptr);
    }

    void aNoticeIsSentOnceAndAnswered()
    {
        Theme theme;
        SendNoticeDialog dialog(theme, {true, {u"3"_qs}, u"王芳"_qs});
        QSignalSpy sent(&dialog, &SendNoticeDialog::sendRequested);
        QVERIFY(!button(dialog, u"Send"_qs)->isEnabled());
        dialog.findChild<QPlainTextEdit *>()->setPlainText(u"今天 19:00 停机检修"_qs);
        dialog.findChildren<SegmentedControl *>().first()->setCurrent(2);
        button(dialog, u"Send"_qs)->click();
        QCOMPARE(sent.count(), 1);
        QVERIFY(!button(dialog, u"Send"_qs)->isEnabled());
        QCOMPARE(dialog.draft().level, pressboard::NoticeLevel::Warning);
        QVERIFY(dialog.draft().groups.isEmpty());
        dialog.showResult(u"Stored, 20 stations online"_qs, true);
        QVERIFY(dialog.draft().text.isEmpty());
    }

    void whoMayReachDepartmentsOnlyCannotLeaveThem()
    {
        Theme theme;
        SendNoticeDialog dialog(theme, {false, {u"3"_qs}, {}});
        dialog.findChild<QPlainTextEdit *>()->setPlainText(u"x"_qs);
        dialog.findChildren<SegmentedControl *>().last()->setCurrent(0);
        QCOMPARE(dialog.draft().groups, QStringList(u"dept_3"_qs));
    }
};

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
