// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/check_line.h"
#include "client/controls/segmented_control.h"
#include "client/preferences/server_probe.h"
#include "client/preferences/settings_dialog.h"
#include "client/preferences/settings_page.h"
#include "client/preferences/sound_fields.h"
#include "client/preferences/transfer_fields.h"
#include "client/secrets/server_access.h"
#include "client/settings/settings.h"
#include "client/startup/desktop_entry.h"
#include "client/theme/theme.h"
#include "client/window/accessible_roles.h"
#include "tests/support/manual_scheduler.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard::client;

namespace {

/// Answers when the test says so.
class Probe final : public ServerProbe
{
public:
    void run(const QString &, const QString &) override { }
    QString trust(const QSslCertificate &) override { return {}; }
    void answer(bool works, const QString &sentence) { Q_EMIT finished({works, sentence}); }
};

/// What a label says, without the places where its lines may break.
QString wordsOf(const QLabel &label)
{
    return label.text().remove(QChar(0x200b));
}

template<typename Button> Button *button(const QWidget &dialog, const QString &text)
{
    for (Button *button : dialog.findChildren<Button *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace

/// Every choice is in the settings at once, and every change of the settings is in the dialog.
class TestSettingsDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installAccessibleRoles(); }
    void init();
    void appliesAtOnce();
    void followsTheSettings();
    void usesAServerThatWorks();
    void usesAnotherOnlyWhenToldTo();
    void leavesAloneWhatIsBeingTyped();
    void anEmptyNameIsTheComputers();
    void growsWithTheText();
    void saysWhatCouldNotBeSaved();
    void goesThroughAllPagesByKeys();
    void startsAtLogin();
    void saysWhenItCannotStartAtLogin();
    void takesSettingsToAnotherPc();
    void saysWhatIsWrongWithAnImport();
    void leavesAloneWhatWasRolledOut();
    void leavesAloneHowNoticesWereRolledOut();
    void everythingHasANameAndARole();

private:
    QTemporaryDir m_folder;
    Theme m_theme;
    Probe m_probe;
    DesktopEntry m_autostart{m_folder.filePath(u"autostart"_qs), {u"pressboard"_qs}};
    pressboard::test::ManualClock m_clock;
    pressboard::test::ManualScheduler m_scheduler{m_clock};
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ServerAccess> m_access;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void TestSettingsDialog::init()
{
    m_dialog.reset();
    m_access.reset();
    QFile::remove(m_folder.filePath(u"s.ini"_qs));
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"s.ini"_qs));
    m_theme.setTextScale(100);
    m_access =
        std::make_unique<ServerAccess>(*m_settings, nullptr, m_scheduler, ServerAccess::Given());
    m_access->open();
    m_dialog = std::make_unique<SettingsDialog>(
        SettingsDialog::Parts{m_theme, *m_settings, *m_access, m_probe, m_autostart});
}

void TestSettingsDialog::appliesAtOnce()
{
    button<QCheckBox>(*m_dialog, u"覆膜"_qs)->click();
    QCOMPARE(m_settings->profile().steps, QStringList(u"覆膜"_qs));
    button<QCheckBox>(*m_dialog, u"Play a sound with important toasts"_qs)->click();
    QVERIFY(!m_settings->isSoundOn());
    auto *scale = m_dialog->findChild<QComboBox *>(u"textScale"_qs);
    Q_EMIT scale->activated(scale->findData(150));
    QCOMPARE(m_settings->textScale(), 150);
    m_dialog->findChild<SegmentedControl *>()->setCurrent(int(ThemeChoice::Dark));
    QCOMPARE(m_settings->theme(), ThemeChoice::Dark);
    auto *language = m_dialog->findChild<QComboBox *>(u"language"_qs);
    Q_EMIT language->activated(language->findData(u"en"_qs));
    QCOMPARE(m_settings->language(), u"en"_qs);
}

void TestSettingsDialog::followsTheSettings()
{
    m_settings->setSoundOn(false);
    QVERIFY(!button<QCheckBox>(*m_dialog, u"Play a sound with important toasts"_qs)->isChecked());
    m_settings->setTextScale(117);
    QCOMPARE(m_dialog->findChild<QComboBox *>(u"textScale"_qs)->currentData().toInt(), 117);
    m_settings->setProfile({u"烫金-1"_qs, {u"烫金"_qs, u"击凹"_qs}});
    QCOMPARE(m_dialog->findChild<QLineEdit *>(u"stationName"_qs)->text(), u"烫金-1"_qs);
    QVERIFY(button<QCheckBox>(*m_dialog, u"击凹"_qs)->isChecked());
    m_settings->setTheme(ThemeChoice::Light);
    QCOMPARE(m_dialog->findChild<SegmentedControl *>()->current(), int(ThemeChoice::Light));
}

void TestSettingsDialog::usesAServerThatWorks()
{
    QTest::keyClicks(m_dialog->findChild<QLineEdit *>(u"server"_qs), u"office"_qs);
    QTest::keyClicks(m_dialog->findChild<QLineEdit *>(u"token"_qs), u"secret"_qs);
    button<QPushButton>(*m_dialog, u"Test connection"_qs)->click();
    QCOMPARE(m_settings->server(), QString());
    m_probe.answer(true, u"It works"_qs);
    QCOMPARE(m_settings->server(), u"office"_qs);
    QCOMPARE(m_access->code(), u"secret"_qs);
    const QString keeper = wordsOf(*m_dialog->findChild<QLabel *>(u"codeKeeper"_qs));
    QVERIFY2(keeper.contains(u"s.code"_qs), qPrintable(keeper));
    QCOMPARE(m_dialog->findChild<QLabel *>(u"probeResult"_qs)->text(), u"It works"_qs);
}

void TestSettingsDialog::usesAnotherOnlyWhenToldTo()
{
    auto *anyway = m_dialog->findChild<QPushButton *>(u"useAnyway"_qs);
    QTest::keyClicks(m_dialog->findChild<QLineEdit *>(u"server"_qs), u"office"_qs);
    button<QPushButton>(*m_dialog, u"Test connection"_qs)->click();
    m_probe.answer(false, u"No answer"_qs);
    QCOMPARE(m_settings->server(), QString());
    QVERIFY(!anyway->isHidden());
    anyway->click();
    QCOMPARE(m_settings->server(), u"office"_qs);
    QVERIFY(anyway->isHidden());
}

void TestSettingsDialog::leavesAloneWhatIsBeingTyped()
{
    auto *server = m_dialog->findChild<QLineEdit *>(u"server"_qs);
    QTest::keyClicks(server, u"off"_qs);
    m_settings->setSoundOn(false);
    QCOMPARE(server->text(), u"off"_qs);
}

void TestSettingsDialog::anEmptyNameIsTheComputers()
{
    auto *name = m_dialog->findChild<QLineEdit *>(u"stationName"_qs);
    name->setText(u" "_qs);
    Q_EMIT name->editingFinished();
    QCOMPARE(name->text(), StationProfile::defaultName());
}

void TestSettingsDialog::growsWithTheText()
{
    const auto heightOfTitle = [this] {
        return m_dialog->page(SettingsDialog::Appearance)
            ->findChild<QLabel *>()
            ->font()
            .pixelSize();
    };
    const int before = heightOfTitle();
    m_theme.setTextScale(200);
    QCOMPARE(heightOfTitle(), 2 * before);
}

void TestSettingsDialog::saysWhatCouldNotBeSaved()
{
    // A folder where the file should be: nobody, not even root, can write there.
    const QString folder = m_folder.filePath(u"folder.ini"_qs);
    QVERIFY(QDir().mkpath(folder));
    Settings settings(folder);
    ServerAccess access(settings, nullptr, m_scheduler, {});
    SettingsDialog dialog({m_theme, settings, access, m_probe, m_autostart});
    auto *problem = dialog.findChild<QLabel *>(u"problem"_qs);
    button<QCheckBox>(dialog, u"Play a sound with important toasts"_qs)->click();
    QVERIFY(!problem->isHidden());
    QVERIFY2(wordsOf(*problem).contains(u"folder.ini"_qs), qPrintable(problem->text()));
}

void TestSettingsDialog::goesThroughAllPagesByKeys()
{
    m_dialog->show();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    auto *names = m_dialog->findChild<QListWidget *>();
    QVERIFY(names->hasFocus());
    for (int page = SettingsDialog::General; page <= SettingsDialog::Appearance; ++page) {
        names->setFocus();
        QVERIFY(m_dialog->page(SettingsDialog::Page(page))->isVisible());
        int steps = 0;
        do
            QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
        while (!names->hasFocus() && ++steps < 60);
        QVERIFY2(names->hasFocus(), "Tab does not come round");
        QTest::keyClick(names, Qt::Key_Down);
    }
}

void TestSettingsDialog::startsAtLogin()
{
    auto *box = button<QCheckBox>(*m_dialog, u"Start Pressboard when I log in"_qs);
    QVERIFY(!box->isChecked());
    box->click();
    QVERIFY(m_autostart.isOn());
    box->click();
    QVERIFY(!m_autostart.isOn());
}

void TestSettingsDialog::saysWhenItCannotStartAtLogin()
{
    QFile file(m_folder.filePath(u"taken"_qs)); // where the folder should be
    QVERIFY(file.open(QFile::WriteOnly));
    DesktopEntry taken(file.fileName(), {u"pressboard"_qs});
    SettingsDialog dialog({m_theme, *m_settings, *m_access, m_probe, taken});
    auto *box = button<QCheckBox>(dialog, u"Start Pressboard when I log in"_qs);
    box->click();
    QVERIFY(!box->isChecked());
    QStringList said;
    for (const QLabel *label : dialog.page(SettingsDialog::General)->findChildren<QLabel *>())
        said.append(wordsOf(*label));
    QVERIFY2(said.join(u' ').contains(u"pressboard.desktop could not be written"_qs),
             qPrintable(said.join(u'|')));
}

void TestSettingsDialog::takesSettingsToAnotherPc()
{
    const QString path = m_folder.filePath(u"export.ini"_qs);
    auto *fields = m_dialog->findChild<TransferFields *>();
    m_access->use(u"office"_qs, u"secret"_qs);
    m_settings->setTextScale(150);
    fields->save(path);
    QVERIFY2(fields->result().contains(u"export.ini"_qs), qPrintable(fields->result()));
    QFile file(path);
    QVERIFY(file.open(QFile::ReadOnly));
    QVERIFY(!file.readAll().contains("secret"));
    fields->findChild<QCheckBox *>()->click();
    fields->save(path);

    m_access->use(u"elsewhere"_qs, {});
    m_settings->setTextScale(100);
    fields->load(path);
    QCOMPARE(m_access->server(), u"office"_qs);
    QCOMPARE(m_access->code(), u"secret"_qs);
    QCOMPARE(m_settings->textScale(), 150);
}

void TestSettingsDialog::saysWhatIsWrongWithAnImport()
{
    QFile file(m_folder.filePath(u"bad.ini"_qs));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("[appearance]\ntext-scale=110\ntheme=purple\n");
    file.close();
    auto *fields = m_dialog->findChild<TransferFields *>();
    fields->load(file.fileName());
    QVERIFY2(fields->result().contains(u"Line 3"_qs), qPrintable(fields->result()));
    QCOMPARE(m_settings->textScale(), 100);
}

void TestSettingsDialog::leavesAloneWhatWasRolledOut()
{
    QFile file(m_folder.filePath(u"all.ini"_qs));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("[appearance]\ntext-scale=110\n");
    file.close();
    Settings settings(SettingsPlace{m_folder.filePath(u"own.ini"_qs), file.fileName()});
    ServerAccess access(settings, nullptr, m_scheduler, {});
    const SettingsDialog dialog({m_theme, settings, access, m_probe, m_autostart});
    QVERIFY(!dialog.findChild<QComboBox *>(u"textScale"_qs)->isEnabled());
    QVERIFY(dialog.findChild<QComboBox *>(u"language"_qs)->isEnabled());
    const QString said = wordsOf(*dialog.findChild<QLabel *>(u"pinned"_qs));
    QVERIFY2(said.contains(u"all.ini"_qs), qPrintable(said));
}

void TestSettingsDialog::leavesAloneHowNoticesWereRolledOut()
{
    QFile file(m_folder.filePath(u"all.ini"_qs));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("[notices]\nsound-volume=40\nsound-alarm=true\ntoast-corner=top-left\n");
    file.close();
    Settings settings(SettingsPlace{m_folder.filePath(u"own.ini"_qs), file.fileName()});
    ServerAccess access(settings, nullptr, m_scheduler, {});
    const SettingsDialog dialog({m_theme, settings, access, m_probe, m_autostart});
    QVERIFY(!dialog.findChild<QSlider *>(u"soundVolume"_qs)->isEnabled());
    QVERIFY(!dialog.findChild<QComboBox *>(u"toastCorner"_qs)->isEnabled());
    QVERIFY(dialog.findChild<QComboBox *>(u"toastScreen"_qs)->isEnabled());
    int heard = 0;
    for (const QCheckBox *box : dialog.findChild<SoundFields *>()->findChildren<QCheckBox *>())
        heard += box->isEnabled();
    QCOMPARE(heard, 3); // of four
    settings.setSoundOn(false);
    settings.setSoundOn(true);
    QVERIFY(!dialog.findChild<QSlider *>(u"soundVolume"_qs)->isEnabled());
}

void TestSettingsDialog::everythingHasANameAndARole()
{
    m_dialog->show();
    for (int page = SettingsDialog::General; page <= SettingsDialog::Appearance; ++page) {
        m_dialog->showPage(SettingsDialog::Page(page));
        for (QWidget *widget : m_dialog->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            const auto what = QStringLiteral("%1 %2").arg(
                QLatin1StringView(widget->metaObject()->className()), widget->objectName());
            QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), qPrintable(what));
            QVERIFY2(spoken->role() != QAccessible::Client, qPrintable(what));
        }
    }
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settings_dialog.moc"
