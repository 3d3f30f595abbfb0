// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/settings.h"

#include "client/settings/setting_words.h"

#include <QDir>
#include <QFileInfo>
#include <QTimeZone>
#include <QUuid>

#include <algorithm>

namespace pressboard::client {
namespace {

constexpr int normalScale = 100;
constexpr int normalVolume = 70; ///< percent

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

/// In an order of its own, so that what did not change is written alike.
QStringList namesOf(const QSet<SoundLevel> &levels)
{
    QStringList names;
    for (const SoundLevel level : soundLevels) {
        if (levels.contains(level))
            names.append(nameOf(level));
    }
    return names;
}

/// Who has to hear of a setting.
const QMap<QString, void (Settings::*)()> &signalsByKey()
{
    static const QMap<QString, void (Settings::*)()> all{
        {key::server, &Settings::serverChanged},
        {key::stationName, &Settings::profileChanged},
        {key::steps, &Settings::profileChanged},
        {key::myStepsOnly, &Settings::myStepsOnlyChanged},
        {key::mutedUntil, &Settings::muteChanged},
        {key::quietHours, &Settings::muteChanged},
        {key::quietShows, &Settings::muteChanged},
        {key::quietSounds, &Settings::muteChanged},
        {key::quietEndedUntil, &Settings::muteChanged},
        {key::sound, &Settings::soundChanged},
        {key::theme, &Settings::themeChanged},
        {key::language, &Settings::languageChanged},
        {key::textScale, &Settings::textScaleChanged},
        {key::stationDistance, &Settings::stationChanged},
        {key::stationLook, &Settings::stationChanged},
        {key::wallScreen, &Settings::wallChanged},
        {key::wallOffHours, &Settings::wallChanged},
        {key::wallCustomers, &Settings::wallChanged},
        {key::wallLook, &Settings::wallChanged},
        {key::wallPixelShift, &Settings::wallChanged},
    };
    return all;
}

} // namespace

Settings::Settings(const SettingsPlace &place, QObject *parent)
    : QObject(parent)
    , m_file(place)
{
}

Settings::Settings(const QString &path, QObject *parent)
    : Settings(SettingsPlace{path}, parent)
{
}

Settings::~Settings() = default;

void Settings::store(const Values &values)
{
    const QString before = m_file.problem().value_or(Error{}).message;
    QList<void (Settings::*)()> told;
    bool any = false;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const SettingKey *key = SettingKey::find(value.key());
        if (key == nullptr || !m_file.set(key->name, value.value()))
            continue;
        any = true;
        const auto signal = signalsByKey().value(value.key());
        if (signal != nullptr && !told.contains(signal))
            told.append(signal);
    }
    for (const auto signal : std::as_const(told))
        Q_EMIT(this->*signal)();
    if (any)
        Q_EMIT changed();
    if (const QString after = m_file.problem().value_or(Error{}).message; after != before)
        Q_EMIT problemArose(after);
}

bool Settings::isOn(QLatin1StringView key, bool unlessSet) const
{
    const QString word = text(key);
    return word.isEmpty() ? unlessSet : QVariant(word).toBool();
}

QMap<QString, QVariant> Settings::travelling() const
{
    Values values;
    for (const SettingKey &key : SettingKey::all()) {
        if (const QVariant value = m_file.value(key.name); key.travels && value.isValid())
            values.insert(key.name, value);
    }
    return values;
}

void Settings::adopt(const Values &values)
{
    store(values);
}

QString Settings::server() const
{
    return text(key::server);
}

void Settings::setServer(const QString &server)
{
    store(key::server, server.trimmed());
}

/// What is not a whole path begins beside the settings file that says it.
QString Settings::fileNamedBy(QLatin1StringView key) const
{
    const QString path = text(key);
    const QString saidIn = isRolledOut(key) ? rolledOutPath() : this->path();
    return path.isEmpty() ? QString() : QFileInfo(saidIn).absoluteDir().absoluteFilePath(path);
}

QString Settings::authorityFile() const
{
    return fileNamedBy(key::authorities);
}

QString Settings::codeFile() const
{
    return fileNamedBy(key::codeFile);
}

void Settings::setAuthorityFile(const QString &path)
{
    store(key::authorities, path);
}

QString Settings::tokenInFile() const
{
    return text(key::token);
}

void Settings::dropTokenFromFile()
{
    m_file.remove(key::token);
}

CodeKeeper Settings::codeKeeper() const
{
    return keeperFrom(text(key::codeKeeper));
}

QString Settings::codeMark() const
{
    return text(key::codeMark);
}

void Settings::setCodeKeeper(CodeKeeper keeper, const QString &mark)
{
    store({{key::codeKeeper, nameOf(keeper)}, {key::codeMark, mark}});
}

QString Settings::stationId()
{
    if (text(key::stationId).isEmpty())
        renewStationId();
    return text(key::stationId);
}

void Settings::renewStationId()
{
    store(key::stationId, QUuid::createUuid().toString(QUuid::WithoutBraces));
}

StationProfile Settings::profile() const
{
    const QString name = text(key::stationName);
    return {name.isEmpty() ? StationProfile::defaultName() : name,
            cleaned(m_file.value(key::steps).toStringList())};
}

void Settings::setProfile(const StationProfile &profile)
{
    if (profile == this->profile())
        return;
    store({{key::stationName, profile.name.trimmed()}, {key::steps, cleaned(profile.steps)}});
}

bool Settings::showsMyStepsOnly() const
{
    return isOn(key::myStepsOnly, true);
}

void Settings::setShowsMyStepsOnly(bool only)
{
    if (only == showsMyStepsOnly())
        return;
    store(key::myStepsOnly, only);
}

bool Settings::sawBoard() const
{
    return isOn(key::sawBoard, false);
}

QStringList Settings::seenTurns() const
{
    return cleaned(m_file.value(key::seenTurns).toStringList());
}

QStringList Settings::seenStops() const
{
    return cleaned(m_file.value(key::seenStops).toStringList());
}

void Settings::setSeen(const QStringList &turns, const QStringList &stops)
{
    store({{key::sawBoard, true}, {key::seenTurns, turns}, {key::seenStops, stops}});
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
}

QuietSetup Settings::quiet() const
{
    return {WeekHours::parse(text(key::quietHours)).value_or(WeekHours()),
            levelsFrom(text(key::quietShows).split(u',')),
            levelsFrom(text(key::quietSounds).split(u','))};
}

void Settings::setQuiet(const QuietSetup &quiet)
{
    if (quiet == this->quiet())
        return;
    store({{key::quietHours, quiet.hours.toText()},
           {key::quietShows, namesOf(quiet.shown)},
           {key::quietSounds, namesOf(quiet.heard)}});
}

OptionalMoment Settings::quietEndedUntil() const
{
    return momentFromText(text(key::quietEndedUntil), QTimeZone::utc());
}

void Settings::setQuietEndedUntil(OptionalMoment until)
{
    if (until == quietEndedUntil())
        return;
    store(key::quietEndedUntil, until ? toWire(*until) : QString());
}

bool Settings::isSoundOn() const
{
    return isOn(key::sound, true);
}

void Settings::setSoundOn(bool on)
{
    if (on == isSoundOn())
        return;
    store(key::sound, on);
}

int Settings::soundVolume() const
{
    bool isNumber = false;
    const int percent = text(key::soundVolume).toInt(&isNumber);
    return isNumber ? std::clamp(percent, 0, mostVolume) : normalVolume;
}

void Settings::setSoundVolume(int percent)
{
    store(key::soundVolume, percent);
}

bool Settings::sounds(SoundLevel level) const
{
    return isOn(keyOf(level), true);
}

void Settings::setSounds(SoundLevel level, bool on)
{
    store(keyOf(level), on);
}

ToastPlace Settings::toastPlace() const
{
    return {text(key::toastScreen), cornerFrom(text(key::toastCorner))};
}

void Settings::setToastPlace(const ToastPlace &place)
{
    store({{key::toastScreen, place.screen}, {key::toastCorner, nameOf(place.corner)}});
}

bool Settings::toastsStepMoves() const
{
    return isOn(key::stepMoves, false);
}

void Settings::setToastsStepMoves(bool on)
{
    store(key::stepMoves, on);
}

bool Settings::toastsUnknownTypes() const
{
    return isOn(key::unknownTypes, false);
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
    return themeFrom(text(key::theme));
}

void Settings::setTheme(ThemeChoice theme)
{
    if (theme == this->theme())
        return;
    store(key::theme, nameOf(theme));
}

QString Settings::language() const
{
    return languageFrom(text(key::language));
}

void Settings::setLanguage(const QString &language)
{
    if (language == this->language())
        return;
    store(key::language, language);
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
}

StationSetup Settings::station() const
{
    return {distanceFrom(text(key::stationDistance)), themeFrom(text(key::stationLook))};
}

void Settings::setStation(const StationSetup &station)
{
    if (station == this->station())
        return;
    store({{key::stationDistance, nameOf(station.distance)},
           {key::stationLook, nameOf(station.look)}});
}

bool Settings::opensAsStation() const
{
    return isOn(key::stationAtStart, false);
}

void Settings::setOpensAsStation(bool on)
{
    store(key::stationAtStart, on);
}

WallSetup Settings::wall() const
{
    return {text(key::wallScreen), text(key::wallOffHours), customersFrom(text(key::wallCustomers)),
            isOn(key::wallPixelShift, true), themeFrom(text(key::wallLook))};
}

void Settings::setWall(const WallSetup &wall)
{
    if (wall == this->wall())
        return;
    store({{key::wallScreen, wall.screen},
           {key::wallOffHours, wall.offHours.trimmed()},
           {key::wallCustomers, nameOf(wall.customers)},
           {key::wallLook, nameOf(wall.look)},
           {key::wallPixelShift, wall.shiftsPixels}});
}

bool Settings::opensOnWall() const
{
    return isOn(key::wallAtStart, false);
}

void Settings::setOpensOnWall(bool on)
{
    store(key::wallAtStart, on);
}

QString Settings::boardViews() const
{
    return text(key::boardViews);
}

void Settings::setBoardViews(const QString &views)
{
    if (views != boardViews())
        store(key::boardViews, views);
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

QString Settings::orderView() const
{
    return text(key::orderView);
}

void Settings::setOrderView(const QString &view)
{
    if (view != orderView())
        store(key::orderView, view);
}

bool Settings::closeKeepsRunning() const
{
    return isOn(key::closeKeepsRunning, true);
}

void Settings::setCloseKeepsRunning(bool on)
{
    store(key::closeKeepsRunning, on);
}

bool Settings::loginBeginsInTray() const
{
    return isOn(key::loginInTray, false);
}

void Settings::setLoginBeginsInTray(bool on)
{
    store(key::loginInTray, on);
}

bool Settings::wasToldOfClosing() const
{
    return isOn(key::closeTold, false);
}

void Settings::setToldOfClosing()
{
    store(key::closeTold, true);
}

QByteArray Settings::windowGeometry() const
{
    return m_file.value(key::geometry).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    store(key::geometry, geometry);
}

} // namespace pressboard::client
