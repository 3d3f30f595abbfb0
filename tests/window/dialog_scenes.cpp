// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/scenes.h"

#include "client/alarms/alarm_words.h"
#include "client/calls/call_dialog.h"
#include "client/controls/segmented_control.h"
#include "client/notices/send_notice_dialog.h"
#include "client/notices/sent_notice_row.h"
#include "client/preferences/authority_dialog.h"
#include "client/preferences/first_run_dialog.h"
#include "client/preferences/quiet_fields.h"
#include "client/preferences/settings_dialog.h"
#include "client/toasts/toast_card.h"
#include "client/window/shortcut_sheet.h"
#include "tests/window/sample_morning.h"
#include "tests/window/stage.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

using namespace pressboard::client;

namespace pressboard::test {

namespace {

QWidget *openSettings(Stage &stage, SettingsDialog::Page page)
{
    DesktopFixture &desktop = stage.desktop;
    desktop.access.use(QStringLiteral("192.168.1.10"), QStringLiteral("secret"));
    auto dialog = std::make_unique<SettingsDialog>(SettingsDialog::Parts{
        desktop.theme, desktop.settings, desktop.access, stage.probe, desktop.autostart});
    dialog->showPage(page);
    return stage.open(std::move(dialog));
}

Scene settingsScene(const char *name, SettingsDialog::Page page)
{
    return {name, [page](Stage &stage) { return openSettings(stage, page); }};
}

QWidget *startFirst(Stage &stage)
{
    const FirstRunDialog::Answer proposed{QString(), {}, QStringLiteral("PC-3"), {}};
    return stage.open(std::make_unique<FirstRunDialog>(stage.desktop.theme, stage.probe, proposed));
}

void goOn(FirstRunDialog &dialog)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->isDefault())
            button->click();
    }
}

QWidget *isRefusedFirst(Stage &stage)
{
    const FirstRunDialog::Answer proposed{
        QStringLiteral("192.168.1.10"), QStringLiteral("x"), QStringLiteral("PC-3"), {}};
    auto dialog = std::make_unique<FirstRunDialog>(stage.desktop.theme, stage.probe, proposed);
    goOn(*dialog);
    Q_EMIT stage.probe.finished(
        {false, stage.text(u"授权码无效，请找管理员", u"Access code refused. Ask your admin")});
    return stage.open(std::move(dialog));
}

QWidget *asksWhoVouches(Stage &stage, const QSslCertificate &authority)
{
    return stage.open(std::make_unique<AuthorityDialog>(
        stage.desktop.theme, QStringLiteral("wss://192.168.1.10"), authority));
}

QWidget *namesTheStation(Stage &stage)
{
    const FirstRunDialog::Answer proposed{QStringLiteral("192.168.1.10"),
                                          QStringLiteral("x"),
                                          QStringLiteral("PC-3"),
                                          {QStringLiteral("烫金")}};
    auto dialog = std::make_unique<FirstRunDialog>(stage.desktop.theme, stage.probe, proposed);
    goOn(*dialog);
    Q_EMIT stage.probe.finished(
        {true, stage.text(u"已连接 红旗印刷厂（王芳）", u"Connected to 红旗印刷厂 (王芳)")});
    return stage.open(std::move(dialog));
}

/// Whom exactly is asked next.
const QStringList audienceWords{QStringLiteral("部门…"), QStringLiteral("用户…"),
                                QStringLiteral("Dept…"), QStringLiteral("User…")};

NoticeRights adminRights()
{
    return {true, {QStringLiteral("3"), QStringLiteral("5")}, QStringLiteral("王芳"), true};
}

QWidget *openNotice(Stage &stage)
{
    stage.mayBeCut += audienceWords;
    return stage.open(std::make_unique<SendNoticeDialog>(stage.desktop.theme, adminRights()));
}

QWidget *writeNotice(Stage &stage)
{
    auto send = std::make_unique<SendNoticeDialog>(stage.desktop.theme, adminRights());
    send->findChildren<SegmentedControl *>().first()->setCurrent(int(NoticeLevel::Error));
    send->setText(QStringLiteral("2 号印刷机漏墨，请立即停机检查"));
    send->setSent({{{1, 0},
                    QStringLiteral("明天 8:00 全厂盘点，请提前清理机台"),
                    {},
                    QStringLiteral("10:12"),
                    20,
                    SentNotice::State::Withdrawn},
                   {{2, 0},
                    QStringLiteral("今天 19:00 停机检修 2 小时"),
                    {QStringLiteral("dept_3")},
                    QStringLiteral("10:30"),
                    3}});
    send->showWithdrawal(QCoreApplication::translate("pressboard::client::NoticeSender",
                                                     "Withdrawn: it goes from all screens."),
                         true);
    stage.mayBeCut += audienceWords;
    // What was sent is told apart by its beginning.
    stage.mayBeCut += {QStringLiteral("明天 8:00 全厂盘点，请提前清理机台"),
                       QStringLiteral("今天 19:00 停机检修 2 小时")};
    return stage.open(std::move(send));
}

/// Who has not seen what was sent, beside what is written next.
QWidget *followNotice(Stage &stage)
{
    NoticeRights rights = adminRights();
    rights.departments = {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")};
    rights.departmentNames = {{QStringLiteral("1"), QStringLiteral("印刷组")},
                              {QStringLiteral("2"), QStringLiteral("装订组")},
                              {QStringLiteral("3"), QStringLiteral("覆膜组")}};
    rights.hasReceipts = rights.hasAlarms = true;
    auto send = std::make_unique<SendNoticeDialog>(stage.desktop.theme, rights);
    send->setText(QStringLiteral("哑膜到了 6 卷，光膜的单可以换回来"));
    const Moment now = stage.desktop.clock.now();
    const auto station = [](const char16_t *name, const char16_t *user, bool online,
                            const protocol::ReceiptTimes &times) {
        protocol::Receipts::Row row;
        row.name = QString::fromUtf16(name);
        row.user = QString::fromUtf16(user);
        row.online = online;
        row.times = times;
        return row;
    };
    SentNotice notice{{2, 0},
                      QStringLiteral("今天 19:00 停机检修 2 小时，请提前收尾"),
                      {},
                      QStringLiteral("10:15"),
                      20};
    notice.asksToConfirm = true;
    notice.counts = {20, 0, 18, 15, 12, 2};
    notice.stations = {station(u"送货组", u"赵军", false, {}),
                       station(u"调图室", u"周敏", false, {}),
                       station(u"模切机", u"李娜", true, {now, {}, {}}),
                       station(u"锁线台", u"刘洋", true, {now, {}, {}}),
                       station(u"打包台", u"陈洁", true, {now, now, {}})};
    SentNotice seen{{1, 0},
                    QStringLiteral("明天 8:00 全厂盘点"),
                    {QStringLiteral("dept_3")},
                    QStringLiteral("09:20"),
                    19};
    seen.counts = {19, 0, 19, 19, 0, 0};
    seen.sender = QStringLiteral("赵军");
    send->setSent({seen, notice});
    const auto rows = send->findChildren<SentNoticeRow *>();
    for (SentNoticeRow *shown : rows)
        shown->setOpen(shown == rows.first());
    stage.mayBeCut += audienceWords;
    stage.mayBeCut += {notice.text, seen.text};
    return stage.open(std::move(send));
}

QWidget *callForHelp(Stage &stage)
{
    stage.desktop.greetAsManager();
    return stage.open(
        std::make_unique<CallDialog>(stage.desktop.theme, stage.desktop.calls, CallContext{}));
}

QWidget *setQuietHours(Stage &stage)
{
    stage.desktop.settings.setQuiet(
        {*WeekHours::parse(QStringLiteral("1-5 20:00-08:00, 67 00:00-24:00")),
         {SoundLevel::YourTurn, SoundLevel::Attention},
         {SoundLevel::YourTurn}});
    QWidget *dialog = openSettings(stage, SettingsDialog::Notices);
    auto *fields = dialog->findChild<QuietFields *>();
    for (QWidget *above = fields->parentWidget(); above; above = above->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(above))
            scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    }
    stage.desktop.settle();
    return dialog;
}

QWidget *writeNoticeCutOff(Stage &stage)
{
    auto send = std::make_unique<SendNoticeDialog>(stage.desktop.theme, adminRights());
    send->setText(QStringLiteral("2 号印刷机漏墨，请立即停机检查"));
    send->setConnected(false);
    stage.mayBeCut += audienceWords;
    return stage.open(std::move(send));
}

/// One of each kind the morning brings, in the words people get.
QList<Toast> morningToasts(DesktopFixture &desktop)
{
    QList<Toast> toasts;
    const auto keep = [&toasts](const Toast &toast) {
        const bool isKnown =
            std::any_of(toasts.begin(), toasts.end(), [&toast](const Toast &other) {
                return other.kind == toast.kind && other.isAlarm == toast.isAlarm;
            });
        if (!isKnown)
            toasts.append(toast);
    };
    QObject::connect(&desktop.notifier, &Notifier::newsTold, &desktop.window, keep);
    QObject::connect(&desktop.notifier, &Notifier::toastRaised, &desktop.window, keep);
    SampleMorning(desktop.store, desktop.clock).tell();
    desktop.greetAsManager(); // who speaks of alarms
    const StreamId alarm = desktop.ring();
    desktop.notifier.tick();
    const Settlement taken{QStringLiteral("李娜"), QStringLiteral("覆膜机-2"), desktop.clock.now()};
    Toast done;
    done.title = AlarmWords::takenBy(taken);
    done.text = desktop.store.book().notice(alarm)->message();
    toasts.append(done);
    return toasts;
}

QWidget *raiseToasts(Stage &stage)
{
    auto sheet = std::make_unique<QWidget>();
    auto *grid = new QGridLayout(sheet.get());
    const QList<Toast> toasts = morningToasts(stage.desktop);
    for (qsizetype i = 0; i < toasts.size(); ++i) {
        auto *card = new ToastCard(stage.desktop.theme, toasts.at(i), ToastCard::Place::Preview);
        grid->addWidget(card, int(i / 3), int(i % 3), Qt::AlignTop);
    }
    return stage.openAsItIs(std::move(sheet));
}

} // namespace

QList<Scene> dialogScenes()
{
    return {
        settingsScene("settings-general", SettingsDialog::General),
        settingsScene("settings-connection", SettingsDialog::Connection),
        settingsScene("settings-station", SettingsDialog::Station),
        settingsScene("settings-notices", SettingsDialog::Notices),
        settingsScene("settings-wall", SettingsDialog::Wall),
        settingsScene("settings-appearance", SettingsDialog::Appearance),
        {"first-run", startFirst},
        {"first-run-refused", isRefusedFirst},
        {"first-run-station", namesTheStation},
        {"authority",
         [](Stage &stage) {
             return asksWhoVouches(
                 stage,
                 QSslCertificate::fromPath(QStringLiteral(CERTIFICATES "authority.crt")).value(0));
         }},
        {"authority-not-sent",
         [](Stage &stage) { return asksWhoVouches(stage, QSslCertificate()); }},
        {"send-notice", openNotice},
        {"send-notice-receipts", followNotice},
        {"call-for-help", callForHelp},
        {"settings-quiet-hours", setQuietHours},
        {"send-notice-written", writeNotice},
        {"send-notice-cut-off", writeNoticeCutOff},
        {"shortcuts",
         [](Stage &stage) {
             return stage.open(std::make_unique<ShortcutSheet>(stage.desktop.theme));
         }},
        {"toasts", raiseToasts},
    };
}

} // namespace pressboard::test
