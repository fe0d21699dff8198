// SPDX-License-Identifier: MIT
#include "desktop/launcherprogress.h"

#include "desktop/messagebus.h"
#include "run/controller/downloadcontroller.h"
#include "run/runprogress.h"

#include <QDBusMessage>

namespace lapwing::ui {
namespace {

/// Whoever shows it draws anew each time.
constexpr qint64 leastMilliseconds = 300;

} // namespace

LauncherProgress::LauncherProgress(DownloadController &controller, MessageBus &session,
                                   const QString &id, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_session(session)
    , m_address(QStringLiteral("application://%1.desktop").arg(id))
{
    connect(&controller, &DownloadController::changed, this, &LauncherProgress::refresh);
    connect(&controller, &DownloadController::timeAdvanced, this, &LauncherProgress::refresh);
    connect(&session, &MessageBus::opened, this, &LauncherProgress::refresh);
}

LauncherProgress::~LauncherProgress()
{
    if (m_sent.isVisible)
        send({});
}

LauncherProgress::State LauncherProgress::stateNow() const
{
    if (m_controller.activity() != DownloadController::Activity::Running || m_controller.isEmpty())
        return {};
    const record::Ledger &ledger = m_controller.tasks().ledger();
    const record::Totals &totals = ledger.totals();
    const double share = progressOf(ledger).value_or(shareEnded(totals, ledger.size()));
    return {true, static_cast<int>(share * 100), totals.running()};
}

void LauncherProgress::refresh()
{
    if (!m_session.isOpen())
        return;
    if (m_sinceSent.isValid() && !m_sinceSent.hasExpired(leastMilliseconds)
        && m_sent.isVisible == (m_controller.activity() == DownloadController::Activity::Running))
        return;
    const State now = stateNow();
    if (now != m_sent)
        send(now);
}

void LauncherProgress::send(const State &state)
{
    m_sent = state;
    m_sinceSent.start();
    QDBusMessage update = QDBusMessage::createSignal(
        QStringLiteral("/org/lapwing/LauncherEntry"),
        QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"));
    update << m_address
           << QVariantMap{{QStringLiteral("progress"), state.percent / 100.0},
                          {QStringLiteral("progress-visible"), state.isVisible},
                          {QStringLiteral("count"), qint64(state.active)},
                          {QStringLiteral("count-visible"), state.active > 0}};
    m_session.send(update);
}

} // namespace lapwing::ui
