// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QSet>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

class QJSValue;

namespace andu::forms {

enum class ScriptState {
    Ran,
    Failed, ///< Syntax error or exception.
    Unsupported, ///< Reached for something that only the browser or the server has.
    TimedOut,
};

/// What came of one run.
struct ScriptResult
{
    ScriptState state = ScriptState::Ran;
    QJsonValue value = QJsonValue(QJsonValue::Undefined);
    QString detail; ///< English, for the information panel.
};

/// The only door of a script: a name and JSON arguments in, JSON out. Must not throw.
using ScriptHost = std::function<QJsonValue(const QString &name, const QJsonArray &arguments)>;

/// Time one script, and all scripts of a form together, may take.
struct ScriptLimits
{
    std::chrono::milliseconds each{ 400 };
    std::chrono::milliseconds all{ 4000 };
    qint64 memoryBytes = 128 * 1024 * 1024; ///< Growth of the process while one script runs.
};

/// Runs the scripts of one open form in an engine without files, network or timers. GUI or any
/// other single thread; a second thread only watches the time.
class ScriptRuntime
{
public:
    /// @p context becomes workContext, session and the rest (see runtime.js).
    ScriptRuntime(ScriptHost host, QJsonObject context, ScriptLimits limits = {});
    ~ScriptRuntime();
    ScriptRuntime(const ScriptRuntime &) = delete;
    ScriptRuntime &operator=(const ScriptRuntime &) = delete;
    ScriptRuntime(ScriptRuntime &&) = delete;
    ScriptRuntime &operator=(ScriptRuntime &&) = delete;

    /// Runs a function body with `this` = the environment and `this.target` = the module (may be
    /// empty).
    /// With @p format (MooTools) a result is read as a date and written in it.
    [[nodiscard]] ScriptResult run(const QString &code,
                                   const QString &target,
                                   const QString &event = {},
                                   const QString &format = {});
    /// Runs a text outside any function, as the page's own script: its declarations stay.
    [[nodiscard]] ScriptResult runGlobal(const QString &code);
    /// True when a script has registered a function for the event.
    [[nodiscard]] bool listens(const QString &target, const QString &event) const;
    /// Functions that scripts registered with addEvent for a module ("" = the form).
    [[nodiscard]] ScriptResult fire(const QString &target, const QString &event);

private:
    struct Parts;
    [[nodiscard]] Parts &parts(); ///< The engine is made when the first script runs.
    [[nodiscard]] ScriptResult
    call(const QString &function, const QStringList &arguments, const QString &code);
    /// Runs within the limits; @p code names the script that is stopped for good.
    [[nodiscard]] ScriptResult limited(const QString &code, const std::function<QJSValue()> &run);

    ScriptHost m_host;
    QJsonObject m_context;
    ScriptLimits m_limits;
    QSet<QString> m_listened; ///< "target/event".
    std::unique_ptr<Parts> m_parts;
};

} // namespace andu::forms
