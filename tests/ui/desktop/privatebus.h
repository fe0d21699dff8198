// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <optional>
#include <vector>

namespace lapwing::test {

/// What the environment says, until this goes.
class Variable {
public:
    Variable(const char *name, const QByteArray &value) : m_name(name), m_before(qgetenv(name))
    {
        qputenv(name, value);
    }
    ~Variable() { m_before.isNull() ? qunsetenv(m_name) : qputenv(m_name, m_before); }
    Q_DISABLE_COPY_MOVE(Variable)

private:
    const char *m_name;
    QByteArray m_before;
};

/// A message bus of its own, to which the environment leads as both session and system bus, with another program on it:
/// the test.
class PrivateBus {
public:
    /// `environment` is that of what the bus starts, by the service files in `services`; `socket` is "path" or
    /// "abstract", as in an address.
    explicit PrivateBus(
        const QString &services = {},
        const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment(),
        const QString &socket = QStringLiteral("path"));
    ~PrivateBus();
    Q_DISABLE_COPY_MOVE(PrivateBus)

    [[nodiscard]] static bool canBe(); ///< dbus-daemon is installed
    [[nodiscard]] bool isUp() const { return m_other && m_other->isConnected(); }
    [[nodiscard]] QDBusConnection other() const { return *m_other; }
    [[nodiscard]] bool isOwned(const QString &name) const;

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    std::optional<Variable> m_session;
    std::optional<Variable> m_system;
    std::optional<QDBusConnection> m_other;
};

/// A service that the test plays: remembers what it was asked, and says what it is told to.
class Service : public QDBusVirtualObject {
    Q_OBJECT

public:
    using Answer = std::function<QVariantList(const QDBusMessage &call)>;

    /// Without `answer` it never says anything. For every object from `path` on.
    Service(const PrivateBus &bus, const QString &name, const QString &path, Answer answer);
    ~Service() override;

    [[nodiscard]] std::vector<QDBusMessage> calls(const QString &member) const;
    [[nodiscard]] int count(const QString &member) const
    {
        return static_cast<int>(calls(member).size());
    }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    QDBusConnection m_bus;
    QString m_name;
    QString m_path;
    Answer m_answer;
    std::vector<QDBusMessage> m_calls;
};

} // namespace lapwing::test
