// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/toasts/dbus_native_toasts.h"

#include "client/models/format.h"
#include "client/toasts/toast_card.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <algorithm>
#include <utility>

namespace pressboard::client {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");

/// The one action that is no button but a click on the whole.
const QString wholeToast = QStringLiteral("default");
const QString gotIt = QStringLiteral("acknowledge");

enum Urgency : uchar { Low, Normal, Critical };

QDBusMessage call(const QString &method, const QVariantList &arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, service, method);
    message.setArguments(arguments);
    return message;
}

Urgency urgencyOf(const Toast &toast)
{
    if (toast.emphasis == ToastEmphasis::Alarm)
        return Critical;
    return toast.kind == ToastKind::NoticeTest ? Low : Normal;
}

/// Toasts of one slot follow each other in one place: the news is the last of them.
QString slotOf(const Toast &toast)
{
    switch (toast.kind) {
    case ToastKind::ConnectionLost:
    case ToastKind::ConnectionBack:
    case ToastKind::PlannedStop:
        return QStringLiteral("connection");
    case ToastKind::Burst:
        return QStringLiteral("burst");
    default:
        return toast.noticeId;
    }
}

} // namespace

DBusNativeToasts::DBusNativeToasts(const QDBusConnection &bus, std::chrono::milliseconds patience)
    : m_bus(bus)
    , m_patience(patience)
    , m_watcher(service, bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &before, const QString &now) {
                if (!before.isEmpty())
                    lose();
                if (!now.isEmpty())
                    ask();
            });
    listen();
    ask();
}

DBusNativeToasts::~DBusNativeToasts()
{
    for (const Standing &standing : std::as_const(m_standing)) {
        if (standing.id != 0)
            m_bus.send(call(QStringLiteral("CloseNotification"), {standing.id}));
    }
}

void DBusNativeToasts::listen()
{
    m_bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this,
                  SLOT(act(uint, QString)));
    m_bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this,
                  SLOT(forget(uint)));
    m_bus.connect(service, path, service, QStringLiteral("ActivationToken"), this,
                  SLOT(keepActivationToken(uint, QString)));
}

/// Who is there, and what it can do; wakes a daemon that the desktop starts on demand.
void DBusNativeToasts::ask()
{
    auto *answer =
        new QDBusPendingCallWatcher(m_bus.asyncCall(call(QStringLiteral("GetCapabilities"))), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QStringList> reply = *answer;
        if (!reply.isError())
            m_capabilities = reply.value();
    });
}

/// The daemon is gone, and with it what stood there. What was on its way comes back as an error.
void DBusNativeToasts::lose()
{
    m_capabilities.reset();
    QList<Toast> missed;
    m_standing.removeIf([&missed](const Standing &standing) {
        if (standing.id != 0 && standing.toast.sticky)
            missed.append(standing.toast);
        return standing.id != 0;
    });
    for (const Toast &toast : std::as_const(missed))
        Q_EMIT dropped(toast);
}

bool DBusNativeToasts::can(const QString &capability) const
{
    return m_capabilities && m_capabilities->contains(capability);
}

void DBusNativeToasts::show(const Toast &toast)
{
    const uint earlier = replaced(toast);
    QVariantList arguments = argumentsFor(toast);
    arguments.insert(1, earlier);
    const quint64 serial = ++m_lastSerial;
    m_standing.append({serial, 0, toast, false});
    auto *answer = new QDBusPendingCallWatcher(
        m_bus.asyncCall(call(QStringLiteral("Notify"), arguments), int(m_patience.count())), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, serial, answer] {
        answer->deleteLater();
        settle(serial, *answer);
    });
}

/// Name, icon, the two lines, actions, hints and time: all but the id of what it replaces.
QVariantList DBusNativeToasts::argumentsFor(const Toast &toast) const
{
    const QString escaped =
        can(QStringLiteral("body-markup")) ? toast.text.toHtmlEscaped() : toast.text;
    const bool hasBody = can(QStringLiteral("body"));
    const QVariantMap hints{
        {QStringLiteral("urgency"), QVariant::fromValue<uchar>(urgencyOf(toast))},
        {QStringLiteral("desktop-entry"), QStringLiteral("pressboard")},
        {QStringLiteral("suppress-sound"), true}, // ours has a sound for each level
        {QStringLiteral("resident"), toast.sticky}, // a look at its order does not acknowledge it
    };
    const int milliseconds = toast.sticky ? 0 : int(toast.duration.count());
    return {QStringLiteral("Pressboard"),
            QStringLiteral("pressboard"),
            hasBody ? toast.title : format::dotted({toast.title, toast.text}),
            hasBody ? escaped : QString(),
            actionsFor(toast),
            hints,
            milliseconds};
}

QStringList DBusNativeToasts::actionsFor(const Toast &toast) const
{
    if (!can(QStringLiteral("actions")))
        return {};
    QStringList actions{wholeToast, tr("Open")};
    if (toast.sticky)
        actions.append({gotIt, actText(toast.act)});
    return actions;
}

void DBusNativeToasts::settle(quint64 serial, QDBusPendingCallWatcher &answer)
{
    const auto found = std::find_if(m_standing.begin(), m_standing.end(),
                                    [serial](const Standing &s) { return s.serial == serial; });
    if (found == m_standing.end())
        return;
    const QDBusPendingReply<uint> reply = answer;
    if (!reply.isError()) {
        found->id = reply.value();
        if (found->closing)
            close(found - m_standing.begin());
        return;
    }
    const Standing lost = *found;
    m_standing.erase(found);
    if (!lost.closing)
        Q_EMIT dropped(lost.toast);
}

/// The daemon's id of what stands in this toast's slot, which is then no more ours; else 0.
uint DBusNativeToasts::replaced(const Toast &toast)
{
    const QString slot = slotOf(toast);
    if (slot.isEmpty())
        return 0;
    for (qsizetype i = 0; i < m_standing.size(); ++i) {
        if (slotOf(m_standing.at(i).toast) != slot || m_standing.at(i).closing)
            continue;
        if (m_standing.at(i).id != 0)
            return m_standing.takeAt(i).id;
        m_standing[i].closing = true; // its id is not known yet: closed as soon as it is
    }
    return 0;
}

void DBusNativeToasts::withdraw(const QString &noticeId)
{
    if (noticeId.isEmpty())
        return;
    for (qsizetype i = m_standing.size() - 1; i >= 0; --i) {
        if (m_standing.at(i).toast.noticeId == noticeId)
            close(i);
    }
}

QStringList DBusNativeToasts::noticesInSight() const
{
    QStringList notices;
    for (const Standing &standing : m_standing) {
        if (standing.id != 0 && !standing.toast.noticeId.isEmpty())
            notices.append(standing.toast.noticeId);
    }
    return notices;
}

void DBusNativeToasts::close(qsizetype at)
{
    if (m_standing.at(at).id == 0) {
        m_standing[at].closing = true;
        return;
    }
    const Standing standing = m_standing.takeAt(at);
    m_bus.send(call(QStringLiteral("CloseNotification"), {standing.id}));
}

qsizetype DBusNativeToasts::indexOf(uint id) const
{
    const auto found = std::find_if(m_standing.begin(), m_standing.end(),
                                    [id](const Standing &standing) { return standing.id == id; });
    return found == m_standing.end() ? -1 : found - m_standing.begin();
}

/// The bus tells everybody of every program's clicks: only ours count.
void DBusNativeToasts::act(uint id, const QString &action)
{
    const qsizetype at = indexOf(id);
    if (id == 0 || at < 0)
        return;
    const Toast toast = m_standing.at(at).toast;
    // 知道了 is a word of its own: a click beside it only looks at the order.
    const bool isDone = action == gotIt || !toast.sticky;
    if (isDone) {
        close(at);
        if (!toast.noticeId.isEmpty())
            Q_EMIT acknowledged(toast.noticeId);
    }
    if (action == gotIt)
        return;
    if (!toast.orderId.isNull())
        return Q_EMIT orderChosen(toast.orderId);
    Q_EMIT boardWanted();
    Q_EMIT moreWanted(toast);
}

void DBusNativeToasts::forget(uint id)
{
    const qsizetype at = indexOf(id);
    if (id != 0 && at >= 0)
        m_standing.removeAt(at);
}

/// Without the desktop's leave a window may not come to the front by itself; Qt hands this on.
void DBusNativeToasts::keepActivationToken(uint id, const QString &token)
{
    if (id != 0 && indexOf(id) >= 0)
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

std::unique_ptr<NativeToasts> NativeToasts::ofSystem()
{
    return std::make_unique<DBusNativeToasts>(QDBusConnection::sessionBus());
}

} // namespace pressboard::client
