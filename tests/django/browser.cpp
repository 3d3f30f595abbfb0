// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/django/browser.h"

#include "server/platform/child_guard.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace pressboard::test {

namespace {

constexpr int patienceMs = 30'000;

QStringList options(const QString &profile)
{
    return {
        QStringLiteral("--headless=new"),
        QStringLiteral("--user-data-dir=") + profile,
        QStringLiteral("--remote-debugging-port=0"),
        QStringLiteral("--window-size=1280,720"),
        QStringLiteral("--lang=zh-CN"),
        // In a container there is neither a sandbox for root nor much shared memory nor a GPU.
        QStringLiteral("--no-sandbox"),
        QStringLiteral("--disable-dev-shm-usage"),
        QStringLiteral("--disable-gpu"),
        // Loopback only.
        QStringLiteral("--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"),
        QStringLiteral("--no-proxy-server"),
        QStringLiteral("--disable-background-networking"),
        QStringLiteral("--disable-component-update"),
        QStringLiteral("--disable-sync"),
        QStringLiteral("--no-first-run"),
        QStringLiteral("about:blank"),
    };
}

} // namespace

Browser::Browser()
{
    connect(&m_devTools, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
        if (message.contains(u"id"))
            m_answers.insert(message.value(u"id").toInt(), message);
    });
}

Browser::~Browser()
{
    if (m_chromium.state() == QProcess::NotRunning)
        return;
    // It closes by itself with all its processes, which else would write into the folder we remove.
    m_session.clear();
    call(QStringLiteral("Browser.close"));
    if (!m_chromium.waitForFinished())
        m_chromium.kill();
}

bool Browser::start()
{
    server::platform::guardChild(m_chromium);
    m_chromium.setStandardErrorFile(m_dir.filePath(QStringLiteral("chromium.log")));
    const QString profile = m_dir.filePath(QStringLiteral("profile"));
    m_chromium.start(QStringLiteral("chromium"), options(profile));
    // It writes there which port it took: a line with the port, a line with the path.
    QFile port(profile + QStringLiteral("/DevToolsActivePort"));
    const bool listens = QTest::qWaitFor(
        [&] { return m_chromium.state() == QProcess::NotRunning || port.exists(); }, patienceMs);
    if (!listens || !port.open(QIODevice::ReadOnly)) {
        qWarning("Chromium does not start. It is Debian's package chromium: "
                 "installer/dependencies.sh test");
        return false;
    }
    const QStringList lines = QString::fromUtf8(port.readAll()).split(u'\n');
    return connectTo(QStringLiteral("ws://127.0.0.1:%1%2").arg(lines.value(0), lines.value(1)))
        && attachToPage();
}

bool Browser::connectTo(const QString &debuggerUrl)
{
    m_devTools.open(QUrl(debuggerUrl));
    return QTest::qWaitFor([this] { return m_devTools.state() == QAbstractSocket::ConnectedState; },
                           patienceMs);
}

bool Browser::attachToPage()
{
    const QJsonObject page = call(QStringLiteral("Target.createTarget"),
                                  {{QStringLiteral("url"), QStringLiteral("about:blank")}});
    const QJsonObject attached = call(
        QStringLiteral("Target.attachToTarget"),
        {{QStringLiteral("targetId"), page.value(u"targetId")}, {QStringLiteral("flatten"), true}});
    m_session = attached.value(u"sessionId").toString();
    if (m_session.isEmpty())
        return false;
    setUpPage();
    return true;
}

void Browser::setUpPage()
{
    // A shop edits its page; what the browser knows of it from before must not matter.
    call(QStringLiteral("Network.enable"));
    call(QStringLiteral("Network.setCacheDisabled"), {{QStringLiteral("cacheDisabled"), true}});
    QFile clock(QStringLiteral(PAGE_CLOCK));
    if (!clock.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", PAGE_CLOCK);
    call(QStringLiteral("Page.enable"));
    call(QStringLiteral("Page.addScriptToEvaluateOnNewDocument"),
         {{QStringLiteral("source"), QString::fromUtf8(clock.readAll())}});
}

QJsonObject Browser::call(const QString &method, const QJsonObject &parameters)
{
    const int id = ++m_calls;
    QJsonObject message{{QStringLiteral("id"), id},
                        {QStringLiteral("method"), method},
                        {QStringLiteral("params"), parameters}};
    if (!m_session.isEmpty())
        message.insert(QStringLiteral("sessionId"), m_session);
    m_devTools.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson()));
    const bool isAnswered = QTest::qWaitFor([&] { return m_answers.contains(id); }, patienceMs);
    const QJsonObject answer = m_answers.take(id);
    if (!isAnswered || !answer.contains(u"result"))
        qWarning().noquote() << method << QJsonDocument(answer).toJson();
    return answer.value(u"result").toObject();
}

bool Browser::open(const QUrl &page)
{
    const auto isLoaded = [&] {
        return evaluate(QStringLiteral("document.readyState + location.href")).toString()
            == QStringLiteral("complete") + page.toString();
    };
    // Like somebody before a browser: what does not come is loaded again.
    for (int tries = 0; tries < 3; ++tries) {
        const QJsonObject went =
            call(QStringLiteral("Page.navigate"), {{QStringLiteral("url"), page.toString()}});
        if (QTest::qWaitFor(isLoaded, patienceMs / 3))
            return true;
        qWarning().noquote() << page.toString() << went.value(u"errorText").toString();
    }
    return false;
}

QJsonValue Browser::evaluate(const QString &expression)
{
    const QJsonObject answer =
        call(QStringLiteral("Runtime.evaluate"),
             {{QStringLiteral("expression"), expression}, {QStringLiteral("returnByValue"), true}});
    if (answer.contains(u"exceptionDetails"))
        return QJsonValue(QJsonValue::Undefined);
    return answer.value(u"result")[u"value"];
}

QString Browser::text(const QString &selector)
{
    return evaluate(QStringLiteral("document.querySelector('%1')?.innerText").arg(selector))
        .toString();
}

bool Browser::moveClock(std::chrono::milliseconds time)
{
    return !evaluate(QStringLiteral("pageClock.move(%1), true").arg(time.count())).isUndefined();
}

int Browser::waitingTimers()
{
    return evaluate(QStringLiteral("pageClock.waiting()")).toInt(-1);
}

bool Browser::takePicture(const QString &name)
{
    const QJsonObject picture = call(QStringLiteral("Page.captureScreenshot"));
    QDir().mkpath(QStringLiteral(BROWSER_PICTURES));
    QFile file(QStringLiteral(BROWSER_PICTURES "/%1.png").arg(name));
    const QByteArray png = QByteArray::fromBase64(picture.value(u"data").toString().toLatin1());
    return !png.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(png) == png.size();
}

} // namespace pressboard::test
