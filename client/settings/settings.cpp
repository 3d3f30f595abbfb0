// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/settings.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTimeZone>

#include <algorithm>

namespace pressboard::client {
namespace {

namespace key {
constexpr QLatin1StringView server{"connection/server"};
constexpr QLatin1StringView token{"connection/token"};
constexpr QLatin1StringView stationName{"station/name"};
constexpr QLatin1StringView steps{"station/steps"};
constexpr QLatin1StringView myStepsOnly{"station/my-steps-only"};
constexpr QLatin1StringView mutedUntil{"notices/muted-until"};
constexpr QLatin1StringView sound{"notices/sound"};
constexpr QLatin1StringView stepMoves{"notices/step-moves"};
constexpr QLatin1StringView unknownTypes{"notices/unknown-types"};
constexpr QLatin1StringView readUntil{"notices/read-until"};
constexpr QLatin1StringView readAlso{"notices/read-also"};
constexpr QLatin1StringView greetedDay{"notices/greeted-day"};
constexpr QLatin1StringView theme{"appearance/theme"};
constexpr QLatin1StringView language{"appearance/language"};
constexpr QLatin1StringView textScale{"appearance/text-scale"};
constexpr QLatin1StringView wallScreen{"wall/screen"};
constexpr QLatin1StringView wallOffHours{"wall/off-hours"};
constexpr QLatin1StringView wallCustomers{"wall/customers"};
constexpr QLatin1StringView wallPixelShift{"wall/pixel-shift"};
constexpr QLatin1StringView orderColumns{"orders/columns"};
constexpr QLatin1StringView geometry{"window/geometry"};
} // namespace key

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr int normalScale = 100;

/// QSettings replaces the file by one with the same rights, so it must have them first.
void makePrivate(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (file.exists())
        file.setPermissions(ownerOnly);
    else if (file.open(QFile::WriteOnly, ownerOnly))
        file.close();
}

QString nameOf(ThemeChoice theme)
{
    switch (theme) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::Auto:
        break;
    }
    return QStringLiteral("auto");
}

QString nameOf(WallSetup::Customers customers)
{
    switch (customers) {
    case WallSetup::Customers::Full:
        return QStringLiteral("full");
    case WallSetup::Customers::Hidden:
        return QStringLiteral("hidden");
    case WallSetup::Customers::Short:
        break;
    }
    return QStringLiteral("short");
}

WallSetup::Customers customersFrom(const QString &name)
{
    for (const auto customers : {WallSetup::Customers::Full, WallSetup::Customers::Hidden}) {
        if (name.toLower() == nameOf(customers))
            return customers;
    }
    return WallSetup::Customers::Short;
}

QStringList cleaned(const QStringList &texts)
{
    QStringList result;
    for (const QString &text : texts) {
        const QString trimmed = text.trimmed();
        if (!trimmed.isEmpty() && !result.contains(trimmed))
            result.append(trimmed);
    }
    return result;
}

} // namespace

Settings::Settings(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    open();
    if (m_file->status() == QSettings::FormatError)
        setAsideBrokenFile();
}

Settings::~Settings() = default;

QString Settings::defaultPath()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return folder + QStringLiteral("/pressboard/pressboard.ini");
}

void Settings::open()
{
    makePrivate(m_path);
    m_file = std::make_unique<QSettings>(m_path, QSettings::IniFormat);
    m_file->setFallbacksEnabled(false);
    m_file->setAtomicSyncRequired(false); // a file rolled out into a read-only folder still reads
    m_file->sync();
}

void Settings::setAsideBrokenFile()
{
    const QString kept = m_path + QStringLiteral(".broken");
    m_file.reset();
    QFile::remove(kept);
    QFile::rename(m_path, kept);
    open();
    m_problem = Error{tr("The settings file could not be understood. It is kept as %1; please set "
                         "the server and the station again.")
                          .arg(QDir::toNativeSeparators(kept))};
}

QString Settings::text(QLatin1StringView key) const
{
    // A comma in a hand-written value makes QSettings see a list.
    const QVariant value = m_file->value(key);
    const bool isList = value.typeId() == QMetaType::QStringList;
    return (isList ? value.toStringList().join(u',') : value.toString()).trimmed();
}

void Settings::store(QLatin1StringView key, const QVariant &value)
{
    const bool isNew = m_file->value(key) != value;
    m_file->setValue(key, value);
    m_file->sync();
    if (m_file->status() == QSettings::AccessError && !m_problem) {
        m_problem = Error{tr("The settings could not be written to %1. Make that file writable for "
                             "this user.")
                              .arg(QDir::toNativeSeparators(m_path)),
                          true};
        Q_EMIT problemArose(m_problem->message);
    }
    if (isNew)
        Q_EMIT changed();
}

QString Settings::server() const
{
    return text(key::server);
}

QString Settings::token() const
{
    return text(key::token);
}

void Settings::setConnection(const QString &server, const QString &token)
{
    if (server.trimmed() == this->server() && token.trimmed() == this->token())
        return;
    store(key::server, server.trimmed());
    store(key::token, token.trimmed());
    Q_EMIT connectionChanged();
}

StationProfile Settings::profile() const
{
    const QString name = text(key::stationName);
    return {name.isEmpty() ? StationProfile::defaultName() : name,
            cleaned(m_file->value(key::steps).toStringList())};
}

void Settings::setProfile(const StationProfile &profile)
{
    const StationProfile before = this->profile();
    store(key::stationName, profile.name.trimmed());
    store(key::steps, cleaned(profile.steps));
    if (this->profile() != before)
        Q_EMIT profileChanged();
}

bool Settings::showsMyStepsOnly() const
{
    return m_file->value(key::myStepsOnly, true).toBool();
}

void Settings::setShowsMyStepsOnly(bool only)
{
    if (only == showsMyStepsOnly())
        return;
    store(key::myStepsOnly, only);
    Q_EMIT myStepsOnlyChanged();
}

OptionalMoment Settings::mutedUntil() const
{
    return momentFromText(text(key::mutedUntil), QTimeZone::utc());
}

void Settings::setMutedUntil(OptionalMoment until)
{
    if (until == mutedUntil())
        return;
    store(key::mutedUntil, until ? toWire(*until) : QString());
    Q_EMIT muteChanged();
}

bool Settings::isSoundOn() const
{
    return m_file->value(key::sound, true).toBool();
}

void Settings::setSoundOn(bool on)
{
    if (on == isSoundOn())
        return;
    store(key::sound, on);
    Q_EMIT soundChanged();
}

bool Settings::toastsStepMoves() const
{
    return m_file->value(key::stepMoves, false).toBool();
}

void Settings::setToastsStepMoves(bool on)
{
    store(key::stepMoves, on);
}

bool Settings::toastsUnknownTypes() const
{
    return m_file->value(key::unknownTypes, false).toBool();
}

void Settings::setToastsUnknownTypes(bool on)
{
    store(key::unknownTypes, on);
}

StreamId Settings::noticesReadUntil() const
{
    return StreamId::parse(text(key::readUntil)).value_or(StreamId());
}

void Settings::setNoticesReadUntil(StreamId id)
{
    store(key::readUntil, id.toString());
}

QList<StreamId> Settings::noticesReadAlso() const
{
    QList<StreamId> ids;
    const QStringList texts = text(key::readAlso).split(u',', Qt::SkipEmptyParts);
    for (const QString &text : texts) {
        if (const auto id = StreamId::parse(QStringView(text)))
            ids.append(*id);
    }
    return ids;
}

void Settings::setNoticesReadAlso(const QList<StreamId> &ids)
{
    QStringList texts;
    for (const StreamId &id : ids)
        texts.append(id.toString());
    store(key::readAlso, texts);
}

QDate Settings::greetedDay() const
{
    return QDate::fromString(text(key::greetedDay), Qt::ISODate);
}

void Settings::setGreetedDay(QDate day)
{
    store(key::greetedDay, day.toString(Qt::ISODate));
}

ThemeChoice Settings::theme() const
{
    const QString name = text(key::theme).toLower();
    if (name == nameOf(ThemeChoice::Light))
        return ThemeChoice::Light;
    if (name == nameOf(ThemeChoice::Dark))
        return ThemeChoice::Dark;
    return ThemeChoice::Auto;
}

void Settings::setTheme(ThemeChoice theme)
{
    if (theme == this->theme())
        return;
    store(key::theme, nameOf(theme));
    Q_EMIT themeChanged();
}

QString Settings::language() const
{
    const QString name = text(key::language);
    if (name.startsWith(QLatin1StringView("zh")))
        return QStringLiteral("zh_CN");
    return name.startsWith(QLatin1StringView("en")) ? QStringLiteral("en") : QString();
}

void Settings::setLanguage(const QString &language)
{
    if (language == this->language())
        return;
    store(key::language, language);
    Q_EMIT languageChanged();
}

int Settings::textScale() const
{
    bool ok = false;
    const int percent = text(key::textScale).toInt(&ok);
    return ok ? std::clamp(percent, leastTextScale, mostTextScale) : normalScale;
}

void Settings::setTextScale(int percent)
{
    percent = std::clamp(percent, leastTextScale, mostTextScale);
    if (percent == textScale())
        return;
    store(key::textScale, percent);
    Q_EMIT textScaleChanged();
}

WallSetup Settings::wall() const
{
    return {text(key::wallScreen), text(key::wallOffHours), customersFrom(text(key::wallCustomers)),
            m_file->value(key::wallPixelShift, true).toBool()};
}

void Settings::setWall(const WallSetup &wall)
{
    if (wall == this->wall())
        return;
    store(key::wallScreen, wall.screen);
    store(key::wallOffHours, wall.offHours.trimmed());
    store(key::wallCustomers, nameOf(wall.customers));
    store(key::wallPixelShift, wall.shiftsPixels);
    Q_EMIT wallChanged();
}

QString Settings::orderColumns() const
{
    return text(key::orderColumns);
}

void Settings::setOrderColumns(const QString &columns)
{
    if (columns != orderColumns())
        store(key::orderColumns, columns);
}

QByteArray Settings::windowGeometry() const
{
    return m_file->value(key::geometry).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    store(key::geometry, geometry);
}

} // namespace pressboard::client
