// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/config_sources.h"

#include "server/config/config_keys.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <toml++/toml.h>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace pressboard::server {

namespace {

/// What comes after it is never a flag, whatever it looks like.
constexpr QLatin1StringView endOfFlags{"--"};

/// A TOML value as the text a flag would have; nullopt for what no setting can be (a table).
std::optional<QString> textOf(const toml::node &node)
{
    if (const auto *text = node.as_string())
        return QString::fromUtf8(text->get().c_str());
    if (const auto *number = node.as_integer())
        return QString::number(number->get());
    if (const auto *flag = node.as_boolean())
        return flag->get() ? QStringLiteral("on") : QStringLiteral("off");
    if (const auto *array = node.as_array()) {
        QStringList items;
        for (const toml::node &item : *array) {
            const auto text = textOf(item);
            if (!text)
                return std::nullopt;
            items.append(*text);
        }
        return items.join(QLatin1Char(','));
    }
    return std::nullopt;
}

/// {"外发" = "processing"} as 外发=processing.
std::optional<QString> pairsOf(const toml::table &table)
{
    QStringList pairs;
    for (const auto &[name, node] : table) {
        const auto value = textOf(node);
        if (!value)
            return std::nullopt;
        pairs.append(QString::fromUtf8(name.data(), qsizetype(name.length())) + u'=' + *value);
    }
    return pairs.join(u',');
}

QJsonValue jsonOf(const toml::node &node);

QJsonObject jsonOf(const toml::table &table)
{
    QJsonObject object;
    for (const auto &[name, node] : table)
        object.insert(QString::fromUtf8(name.data(), qsizetype(name.length())), jsonOf(node));
    return object;
}

/// null for what JSON has no word for (a date): no member takes it.
QJsonValue jsonOf(const toml::node &node)
{
    if (const auto *table = node.as_table())
        return jsonOf(*table);
    if (const auto *text = node.as_string())
        return QString::fromUtf8(text->get().c_str());
    if (const auto *number = node.as_integer())
        return qint64(number->get());
    if (const auto *number = node.as_floating_point())
        return number->get();
    if (const auto *flag = node.as_boolean())
        return flag->get();
    if (const auto *array = node.as_array()) {
        QJsonArray items;
        for (const toml::node &item : *array)
            items.append(jsonOf(item));
        return items;
    }
    return QJsonValue::Null;
}

QString jsonText(const toml::node &node)
{
    const QJsonValue value = jsonOf(node);
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

std::optional<QString> textOf(const toml::node &node, const QString &key)
{
    const ConfigKey *known = configKey(key);
    if (known && known->isStructured)
        return jsonText(node);
    const auto *table = known && known->isTable ? node.as_table() : nullptr;
    return table ? pairsOf(*table) : textOf(node);
}

QString defaultDataDir()
{
#ifdef Q_OS_UNIX
    if (::geteuid() == 0)
        return QStringLiteral("/var/lib/pressboard");
#endif
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/pressboard");
}

QString unknownKey(const QString &key, const QString &where)
{
    const QString nearest = nearestKey(key);
    const QString hint = nearest.isEmpty()
        ? QStringLiteral("see pressboard.toml.example for all settings")
        : QStringLiteral("did you mean %1?").arg(nearest);
    return QStringLiteral("%1: there is no setting \"%2\"; %3").arg(where, key, hint);
}

QString badValue(const ConfigKey &key, const Setting &setting, const QString &allowed)
{
    if (key.isStructured)
        return QStringLiteral("%1: %2: %3").arg(setting.where, setting.key, allowed);
    const QString found =
        key.secret ? QStringLiteral("this value") : QStringLiteral("\"%1\"").arg(setting.value);
    return QStringLiteral("%1: %2 cannot be %3; it takes %4")
        .arg(setting.where, setting.key, found, allowed);
}

void checkFile(const QString &setting, const QString &file, QStringList &problems)
{
    if (!file.isEmpty() && !QFileInfo(file).isReadable())
        problems.append(QStringLiteral("%1: the file %2 cannot be read").arg(setting, file));
}

/// A certificate and its key: `settings` is what their names begin with.
void checkPair(const QString &settings, const QString &certificate, const QString &key,
               QStringList &problems)
{
    const QString certificateSetting = settings + QStringLiteral("-cert");
    const QString keySetting = settings + QStringLiteral("-key");
    if (certificate.isEmpty() != key.isEmpty())
        problems.append(QStringLiteral("%1 and %2 go together; set both or neither")
                            .arg(certificateSetting, keySetting));
    checkFile(certificateSetting, certificate, problems);
    checkFile(keySetting, key, problems);
}

/// What no single value can tell.
void checkTogether(const Config &config, QStringList &problems)
{
    checkPair(QStringLiteral("tls"), config.tlsCert, config.tlsKey, problems);
    checkPair(QStringLiteral("redis"), config.redisCert, config.redisKey, problems);
    checkFile(QStringLiteral("redis-ca"), config.redisCa, problems);
}

/// What begins so, and ends in one of these two, is of a robot.
constexpr QLatin1StringView robotPrefix{"PRESSBOARD_ROBOT_"};
constexpr QLatin1StringView robotAddress{"_URL"};
constexpr QLatin1StringView robotSecret{"_SECRET"};

/// The value of `--name VALUE` or `--name=VALUE` at `index`, both taken out; nullopt with the
/// flag taken out when there is none.
std::optional<QString> takeValue(QStringList &arguments, qsizetype index)
{
    const QString flag = arguments.takeAt(index);
    const qsizetype equals = flag.indexOf(QLatin1Char('='));
    if (equals > 0)
        return flag.mid(equals + 1);
    if (index >= arguments.size())
        return std::nullopt;
    return arguments.takeAt(index);
}

QString nameOf(const QString &flag)
{
    return flag.mid(2).section(QLatin1Char('='), 0, 0);
}

} // namespace

void ConfigSources::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        problems.append(QStringLiteral("The configuration file %1 cannot be read: %2")
                            .arg(path, file.errorString()));
        return;
    }
    const QByteArray content = file.readAll();
    try {
        const toml::table table =
            toml::parse(std::string_view(content.constData(), size_t(content.size())));
        for (const auto &[name, node] : table) {
            const QString key = QString::fromUtf8(name.data(), qsizetype(name.length()));
            const QString where = QStringLiteral("%1:%2").arg(path).arg(node.source().begin.line);
            if (const auto value = textOf(node, key))
                settings.append({key, *value, where});
            else
                problems.append(
                    QStringLiteral("%1: %2 is a table or a date; no setting is").arg(where, key));
        }
    } catch (const toml::parse_error &error) {
        problems.append(QStringLiteral("%1:%2: %3")
                            .arg(path)
                            .arg(error.source().begin.line)
                            .arg(QString::fromUtf8(error.description().data())));
    }
}

void ConfigSources::readEnvironment(const QProcessEnvironment &environment)
{
    for (const ConfigKey &key : configKeys()) {
        const QString name = QStringLiteral("PRESSBOARD_")
            + QString::fromLatin1(key.name).toUpper().replace(QLatin1Char('-'), QLatin1Char('_'));
        if (environment.contains(name)) {
            settings.append({QString::fromLatin1(key.name), environment.value(name),
                             QStringLiteral("the environment's %1").arg(name)});
        }
    }
    for (const QString &name : environment.keys()) {
        if (name.startsWith(robotPrefix)
            && (name.endsWith(robotAddress) || name.endsWith(robotSecret)))
            robotSecrets.insert(name, environment.value(name));
    }
}

void ConfigSources::readSecrets(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    QProcessEnvironment secrets;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QString text = QString::fromUtf8(line.trimmed());
        if (text.startsWith(u'#') || !text.contains(u'='))
            continue;
        QString value = text.section(u'=', 1).trimmed();
        if (value.size() > 1 && value.front() == value.back()
            && (value.front() == u'"' || value.front() == u'\''))
            value = value.sliced(1, value.size() - 2);
        secrets.insert(text.section(u'=', 0, 0).trimmed(), value);
    }
    const qsizetype first = settings.size();
    readEnvironment(secrets);
    for (qsizetype i = first; i < settings.size(); ++i)
        settings[i].where = path;
}

void ConfigSources::readFlags(QStringList &arguments)
{
    for (qsizetype i = 0; i < arguments.size() && arguments.at(i) != endOfFlags;) {
        const QString flag = arguments.at(i);
        if (!flag.startsWith(QLatin1StringView("--")) || !configKey(nameOf(flag))) {
            ++i;
            continue;
        }
        const QString name = nameOf(flag);
        if (const auto value = takeValue(arguments, i))
            settings.append({name, *value, QStringLiteral("--") + name});
        else
            problems.append(QStringLiteral("--%1 needs a value").arg(name));
    }
}

ConfigOrProblems ConfigSources::resolve() const
{
    Config config;
    QStringList all = problems;
    for (const Setting &setting : settings) {
        const ConfigKey *key = configKey(setting.key);
        if (!key) {
            all.append(unknownKey(setting.key, setting.where));
            continue;
        }
        if (const auto allowed = key->set(config, setting.value.trimmed()))
            all.append(badValue(*key, setting, *allowed));
    }
    for (RobotSettings &robot : config.robots) {
        robot.address = robotSecrets.value(robot.variable() + robotAddress).trimmed();
        robot.secret = robotSecrets.value(robot.variable() + robotSecret).trimmed();
    }
    if (config.dataDir.isEmpty())
        config.dataDir = defaultDataDir();
    config.dataDir = QDir::cleanPath(QFileInfo(config.dataDir).absoluteFilePath());
    checkTogether(config, all);
    if (!all.isEmpty())
        return all;
    return config;
}

QString defaultConfigFile()
{
    const QString path = QStringLiteral("/etc/pressboard/pressboard.toml");
    return QFileInfo::exists(path) ? path : QString();
}

QString defaultSecretsFile()
{
    return QStringLiteral("/etc/pressboard/secrets");
}

ConfigOrProblems loadConfig(QStringList &arguments, const QProcessEnvironment &environment)
{
    ConfigSources sources;
    QString path = environment.value(QStringLiteral("PRESSBOARD_CONFIG"), defaultConfigFile());
    for (qsizetype i = 0; i < arguments.size() && arguments.at(i) != endOfFlags; ++i) {
        const QString flag = arguments.at(i);
        if (!flag.startsWith(QLatin1StringView("--"))
            || nameOf(flag) != QLatin1StringView("config"))
            continue;
        if (const auto value = takeValue(arguments, i))
            path = *value;
        else
            sources.problems.append(QStringLiteral("--config needs a file"));
        break;
    }
    if (!path.isEmpty())
        sources.readFile(path);
    if (path.isEmpty() || path == defaultConfigFile())
        sources.readSecrets(defaultSecretsFile());
    sources.readEnvironment(environment);
    sources.readFlags(arguments);
    return sources.resolve();
}

} // namespace pressboard::server
