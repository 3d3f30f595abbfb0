// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QImage>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace pressboard::test {

/// Reads a tray item as a desktop does: over D-Bus, by org.kde.StatusNotifierItem and
/// com.canonical.dbusmenu, and clicks in its menu.
class TrayReader
{
public:
    /// A line of the menu; separators have no words.
    struct Line
    {
        int id = 0;
        QString words;
        bool enabled = true;
        bool visible = true;
        bool checked = false;
        QList<Line> lines; ///< of its submenu

        bool isSeparator() const { return words.isEmpty() && lines.isEmpty(); }
    };

    explicit TrayReader(const QDBusConnection &bus);

    /// What the watcher has; empty when it has none or is not there.
    QString registeredItem();
    /// From now on it is this item that is read.
    void setItem(const QString &service) { m_item = service; }

    QString title() { return itemProperty(QStringLiteral("Title")).toString(); }
    QString tooltip();
    /// The icon of this size; null when there is none of it.
    QImage icon(int size);
    /// The menu as it stands.
    Line menu();
    /// The host is about to show this submenu.
    void announce(const Line &line);
    void click(const Line &line);
    /// A click on the icon itself.
    void activate();

    /// The line with these words in it, at any depth; null when there is none.
    static std::optional<Line> find(const Line &menu, const QString &words);

private:
    QVariant itemProperty(const QString &name);
    QVariantList ask(const QString &service, const QString &path, const QString &interface,
                     const QString &method, const QVariantList &arguments);
    QVariantList askMenu(const QString &method, const QVariantList &arguments);

    QDBusConnection m_bus;
    QString m_item;
};

} // namespace pressboard::test
