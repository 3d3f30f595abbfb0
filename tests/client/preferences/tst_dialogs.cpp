// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/outline_button.h"
#include "client/controls/segmented_control.h"
#include "client/notices/send_notice_dialog.h"
#include "client/preferences/authority_dialog.h"
#include "client/preferences/first_run_dialog.h"
#include "client/preferences/server_probe.h"
#include "client/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

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
    QString trust(const QSslCertificate &authority) override
    {
        trusted.append(authority);
        return problem;
    }
    void answer(bool works, const QString &sentence) { Q_EMIT finished({works, sentence}); }
    void askToTrust(const QSslCertificate &authority)
    {
        Q_EMIT finished({false, u"Who is it?"_qs, true, authority});
    }

    QList<std::pair<QString, QString>> asked;
    QList<QSslCertificate> trusted;
    QString problem;
};

QPushButton *button(const QWidget &dialog, const QString &text)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

bool shows(const QWidget &dialog, const QString &sentence)
{
    const auto labels = dialog.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text() == sentence;
    });
}

QString result(const QWidget &dialog)
{
    return dialog.findChild<QLabel *>(u"result"_qs)->text();
}

QSslCertificate shopAuthority()
{
    return QSslCertificate::fromPath(QStringLiteral(CERTIFICATES "authority.crt")).value(0);
}

/// Does that with the next question, once it stands on the screen.
template<typename Act> void answerNext(Act act)
{
    QTimer::singleShot(0, qApp, [act] {
        auto *asked = qobject_cast<AuthorityDialog *>(QApplication::activeModalWidget());
        QVERIFY(asked);
        act(*asked);
        if (asked->isVisible())
            asked->reject();
    });
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
        QCOMPARE(dialog.focusWidget(),
                 dialog.findChild<QWidget *>(u"stationName"_qs)); // it went on
        QVERIFY(shows(dialog, u"It works"_qs));
        dialog.findChild<QLineEdit *>(u"stationName"_qs)->setText(u"烫金-1"_qs);
        for (QCheckBox *box : dialog.findChildren<QCheckBox *>())
            box->setChecked(box->text() == u"烫金");
        button(dialog, u"Open board"_qs)->click();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.answer().token, u"secret"_qs);
        QCOMPARE(dialog.answer().stationName, u"烫金-1"_qs);
        QCOMPARE(dialog.answer().mySteps, QStringList(u"烫金"_qs));
    }

    void firstRunHasOneButtonForOneThing()
    {
        Theme theme;
        Probe probe;
        FirstRunDialog dialog(theme, probe, {u"a"_qs, {}, {}, {}});
        dialog.show();
        QStringList seen;
        for (const QPushButton *each : dialog.findChildren<QPushButton *>()) {
            if (each->isVisible())
                seen.append(each->text());
        }
        QCOMPARE(seen, QStringList(u"Test and go on"_qs));
    }

    void firstRunNeedsNoMouse()
    {
        Theme theme;
        Probe probe;
        FirstRunDialog dialog(theme, probe, {{}, {}, u"PC-3"_qs, {}});
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        const auto typed = [&](const QString &text) {
            QTest::keyClicks(dialog.focusWidget(), text);
        };
        typed(u"192.168.1.10"_qs);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        typed(u"secret"_qs);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
        QCOMPARE(probe.asked,
                 (QList<std::pair<QString, QString>>{{u"192.168.1.10"_qs, u"secret"_qs}}));
        probe.answer(true, u"It works"_qs);
        typed(u"foil-1"_qs); // in place of the computer's name
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.answer().stationName, u"foil-1"_qs);
    }

    void believesWhomItIsToldTo()
    {
        Theme theme;
        Probe probe;
        FirstRunDialog dialog(theme, probe, {u"wss://board.shop"_qs, {}, {}, {}});
        dialog.show();
        auto *ask = dialog.findChild<QPushButton *>(u"askToTrust"_qs);
        button(dialog, u"Test connection"_qs)->click();
        QVERIFY(!ask->isVisible());
        probe.askToTrust(shopAuthority());
        QVERIFY(ask->isVisible());

        answerNext([](AuthorityDialog &asked) {
            QString shown = asked.findChild<QLabel *>(u"fingerprint"_qs)->text();
            shown.replace(u'\n', u':');
            QCOMPARE(shown, AuthorityDialog::fingerprint(shopAuthority()));
            QTest::keyClick(&asked, Qt::Key_Return); // nobody is believed by a careless Enter
        });
        ask->click();
        QVERIFY(probe.trusted.isEmpty());

        answerNext(
            [](AuthorityDialog &asked) { asked.findChild<QPushButton *>(u"trust"_qs)->click(); });
        ask->click();
        QCOMPARE(probe.trusted, QList<QSslCertificate>{shopAuthority()});
        QCOMPARE(probe.asked.size(), 2); // tried again at once
        QVERIFY(!ask->isVisible());
        probe.answer(true, u"It works"_qs);
        QVERIFY(!ask->isVisible());
    }

    void saysWhenItCannotBelieve()
    {
        Theme theme;
        Probe probe;
        probe.problem = u"The disk is full."_qs;
        FirstRunDialog dialog(theme, probe, {u"wss://board.shop"_qs, {}, {}, {}});
        dialog.show();
        button(dialog, u"Test connection"_qs)->click();
        probe.askToTrust(shopAuthority());
        answerNext(
            [](AuthorityDialog &asked) { asked.findChild<QPushButton *>(u"trust"_qs)->click(); });
        dialog.findChild<QPushButton *>(u"askToTrust"_qs)->click();
        QCOMPARE(probe.asked.size(), 1);
        QVERIFY(shows(dialog, u"The disk is full."_qs));
    }

    void readsWhoVouchesFromAFile()
    {
        Theme theme;
        AuthorityDialog dialog(theme, u"board.shop"_qs, QSslCertificate());
        dialog.show();
        auto *trust = dialog.findChild<QPushButton *>(u"trust"_qs);
        auto *problem = dialog.findChild<QLabel *>(u"problem"_qs);
        QVERIFY(!trust->isVisible()); // there is nobody to believe
        const QString folder = QStringLiteral(CERTIFICATES);
        for (const char *wrong : {"server.crt", "server.key", "nothing.crt"}) {
            QVERIFY(!dialog.read(folder + QLatin1StringView(wrong)));
            QVERIFY(problem->isVisible());
            QVERIFY(!trust->isVisible());
        }
        QVERIFY(dialog.read(folder + u"authority.crt"_qs));
        QVERIFY(!problem->isVisible());
        QVERIFY(trust->isVisible());
        QCOMPARE(dialog.authority(), shopAuthority());
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
        dialog.show();
        QSignalSpy sent(&dialog, &SendNoticeDialog::sendRequested);
        QVERIFY(!button(dialog, u"Send"_qs)->isEnabled());
        dialog.findChild<QPlainTextEdit *>()->setPlainText(u"今天 19:00 停机检修"_qs);
        dialog.findChildren<SegmentedControl *>().first()->setCurrent(2);
        QTest::mouseDClick(button(dialog, u"Send"_qs), Qt::LeftButton);
        QTest::mouseClick(button(dialog, u"Send"_qs), Qt::LeftButton);
        QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent.count(), 1);
        QVERIFY(!button(dialog, u"Send"_qs)->isEnabled());
        QCOMPARE(dialog.draft().level, pressboard::NoticeLevel::Warning);
        QVERIFY(dialog.draft().groups.isEmpty());
        dialog.showResult(u"Stored, 20 stations online"_qs, true);
        QVERIFY(dialog.draft().text.isEmpty());
        QCOMPARE(result(dialog), u"Stored, 20 stations online"_qs);
    }

    /// Who said 重要 to one department does not mean it the next time.
    void levelAndAudienceDoNotStick()
    {
        Theme theme;
        SendNoticeDialog dialog(theme, {true, {u"3"_qs}, u"王芳"_qs});
        dialog.setText(u"3号机漏墨"_qs);
        const QList<SegmentedControl *> choices = dialog.findChildren<SegmentedControl *>();
        choices.at(0)->setCurrent(3);
        choices.at(1)->setCurrent(1);
        QCOMPARE(dialog.draft().level, pressboard::NoticeLevel::Error);
        QCOMPARE(dialog.draft().groups, QStringList{u"dept_3"_qs});
        button(dialog, u"Send"_qs)->click();
        dialog.showResult(u"Not sent."_qs, false);
        QCOMPARE(dialog.draft().level, pressboard::NoticeLevel::Error); // tried again
        button(dialog, u"Send"_qs)->click();
        dialog.showResult(u"Sent."_qs, true);
        QCOMPARE(dialog.draft().level, pressboard::NoticeLevel::Info);
        QCOMPARE(dialog.draft().groups, QStringList());
    }

    void whatWasNotSentStays()
    {
        Theme theme;
        SendNoticeDialog dialog(theme, {true, {}, {}});
        dialog.setText(u"停机"_qs);
        button(dialog, u"Send"_qs)->click();
        dialog.showResult(u"Not sent."_qs, false);
        QCOMPARE(dialog.draft().text, u"停机"_qs);
        QVERIFY(button(dialog, u"Send"_qs)->isEnabled());
    }

    void withoutAConnectionNothingIsSent()
    {
        Theme theme;
        SendNoticeDialog dialog(theme, {true, {}, {}});
        dialog.setText(u"停机"_qs);
        dialog.setConnected(false);
        QVERIFY(!button(dialog, u"Send"_qs)->isEnabled());
        QVERIFY(result(dialog).startsWith(u"No connection"));
        QCOMPARE(dialog.draft().text, u"停机"_qs);
        dialog.setConnected(true);
        QVERIFY(button(dialog, u"Send"_qs)->isEnabled());
        QVERIFY(result(dialog).isEmpty());
    }

    void anOrderIsLinkedByItsNumber()
    {
        Theme theme;
        const auto find = [](const QString &number) {
            return number == u"PO17" ? pressboard::CrmId(17) : pressboard::CrmId();
        };
        SendNoticeDialog dialog(theme, {true, {}, {}}, find);
        dialog.setText(u"版已重出"_qs);
        auto *order = dialog.findChild<QLineEdit *>(u"order"_qs);
        QTest::keyClicks(order, u"PO1"_qs);
        QVERIFY(!button(dialog, u"Send"_qs)->isEnabled());
        QCOMPARE(result(dialog), u"There is no order with this number."_qs);
        QTest::keyClicks(order, u"7"_qs);
        QVERIFY(button(dialog, u"Send"_qs)->isEnabled());
        QCOMPARE(dialog.draft().orderId, 17);
    }

    void aNoticeIsValidUntilAMoment()
    {
        Theme theme;
        SendNoticeDialog dialog(theme, {true, {}, {}});
        auto *validity = dialog.findChild<QComboBox *>(u"validity"_qs);
        validity->setCurrentIndex(1);
        QCOMPARE(dialog.draft().validFor, std::chrono::hours(1));
        validity->setCurrentIndex(4);
        auto *until = dialog.findChild<QDateTimeEdit *>();
        const QDateTime when = QDateTime::currentDateTime().addDays(1);
        until->setDateTime(when);
        QVERIFY(!dialog.draft().validFor);
        const auto wanted = std::chrono::milliseconds(until->dateTime().toMSecsSinceEpoch());
        QCOMPARE(dialog.draft().validUntil->time_since_epoch(), wanted);
    }

    void oneDepartmentIsOneClickAway()
    {
        Theme theme;
        SendNoticeDialog dialog(theme, {true, {u"3"_qs, u"5"_qs}, {}});
        SegmentedControl *to = dialog.findChildren<SegmentedControl *>().last();
        to->setCurrent(2);
        QCOMPARE(dialog.draft().groups, QStringList(u"dept_5"_qs));
        to->setCurrent(3); // Dept…
        dialog.setText(u"x"_qs);
        QVERIFY(!button(dialog, u"Send"_qs)->isEnabled()); // to nobody
        auto *target = dialog.findChild<QComboBox *>(u"target"_qs);
        QTest::keyClicks(target->lineEdit(), u"7, 8"_qs);
        QCOMPARE(dialog.draft().groups, QStringList({u"dept_7"_qs, u"dept_8"_qs}));
        to->setCurrent(4); // User…
        QTest::keyClicks(target->lineEdit(), u"lina"_qs);
        QCOMPARE(dialog.draft().groups, QStringList(u"user_lina"_qs));
    }

    void whatWasSentIsWithdrawn()
    {
        Theme theme;
        SendNoticeDialog dialog(theme, {true, {u"3"_qs}, {}, true});
        dialog.setSent({{{1, 0}, u"first"_qs, {}, u"10:00"_qs, 20},
                        {{2, 0}, u"second"_qs, {u"dept_3"_qs}, u"10:05"_qs, 3}});
        dialog.show();
        QSignalSpy withdrawn(&dialog, &SendNoticeDialog::withdrawRequested);
        const auto withdraw = dialog.findChildren<OutlineButton *>(QString());
        QList<OutlineButton *> buttons;
        for (OutlineButton *candidate : withdraw) {
            if (candidate->text() == u"Withdraw")
                buttons.append(candidate);
        }
        QCOMPARE(buttons.size(), 2);
        QTest::mouseClick(buttons.first(), Qt::LeftButton); // the newest stands above
        QCOMPARE(withdrawn.count(), 1);
        QCOMPARE(withdrawn.first().first().value<pressboard::StreamId>(),
                 (pressboard::StreamId{2, 0}));
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
