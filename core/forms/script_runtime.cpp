// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/script_runtime.h"

#include "core/base/literals.h"
#include "core/forms/script_bridge.h"
#include "core/forms/watchdog.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJSEngine>
#include <QSet>

static void initFormsResources()
{
    Q_INIT_RESOURCE(forms);
}

namespace andu::forms {

namespace {

QJSValue evaluated(QJSEngine &engine, const QString &name)
{
    QFile file(u":/andu/forms/"_s + name);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    const QJSValue function = engine.evaluate(QString::fromUtf8(file.readAll()), name);
    Q_ASSERT_X(!function.isError(), "forms", qPrintable(function.toString()));
    return function;
}

QJSValue installed(QJSEngine &engine, const QString &name, const QJSValueList &arguments)
{
    const QJSValue result = evaluated(engine, name).call(arguments);
    Q_ASSERT_X(!result.isError(), "forms", qPrintable(result.toString()));
    return result;
}

} // namespace

struct ScriptRuntime::Parts
{
    explicit Parts(const ScriptHost &host)
        : bridge(host)
    { }

    QJSEngine engine;
    ScriptBridge bridge;
    QJSValue api; ///< What runtime.js returned.
    Watchdog watchdog{ [this] { engine.setInterrupted(true); } };
    QSet<QString> stopped; ///< Scripts that ran out of time once are not run again.
    std::chrono::milliseconds used{ 0 };
    int depth = 0;
};

ScriptRuntime::ScriptRuntime(ScriptHost host, QJsonObject context, ScriptLimits limits)
    : m_host(std::move(host))
    , m_context(std::move(context))
    , m_limits(limits)
{ }

ScriptRuntime::~ScriptRuntime() = default;

ScriptRuntime::Parts &ScriptRuntime::parts()
{
    if (m_parts) {
        return *m_parts;
    }
    initFormsResources();
    m_parts = std::make_unique<Parts>([this](const QString &name, const QJsonArray &arguments) {
        if (name == "listen"_L1) {
            m_listened.insert(arguments.at(0).toString());
            return QJsonValue(true);
        }
        return m_host(name, arguments);
    });
    QJSEngine &engine = m_parts->engine;
    QJSEngine::setObjectOwnership(&m_parts->bridge, QJSEngine::CppOwnership);
    const QJSValue seal = installed(engine, u"limits.js"_s, {});
    const QJSValue context = engine.toScriptValue(QJsonValue(m_context));
    const QJSValue base = installed(engine, u"polyfill.js"_s, { context });
    (void)installed(engine, u"browser.js"_s, { base });
    m_parts->api = installed(engine,
                             u"runtime.js"_s,
                             { engine.newQObject(&m_parts->bridge),
                               context,
                               base,
                               evaluated(engine, u"office_api.js"_s),
                               evaluated(engine, u"module_api.js"_s) });
    seal.call();
    return *m_parts;
}

ScriptResult ScriptRuntime::run(const QString &code,
                                const QString &target,
                                const QString &event,
                                const QString &format)
{
    return call(u"run"_s, { code, target, event, format }, code);
}

ScriptResult ScriptRuntime::runGlobal(const QString &code)
{
    Parts &own = parts();
    return limited(code, [&own, &code] {
        const QJSValue answer = own.engine.evaluate(code, u"jsheader"_s);
        if (answer.isError()) {
            return own.api.property(u"stateOf"_s).call({ answer, code });
        }
        QJSValue ran = own.engine.newObject();
        ran.setProperty(u"state"_s, u"ran"_s);
        return ran;
    });
}

bool ScriptRuntime::listens(const QString &target, const QString &event) const
{
    return !m_listened.isEmpty() && m_listened.contains(target + u'/' + event);
}

ScriptResult ScriptRuntime::fire(const QString &target, const QString &event)
{
    if (!m_parts) {
        return {};
    }
    return call(u"fire"_s, { target, event }, target + u'/' + event);
}

ScriptResult
ScriptRuntime::call(const QString &function, const QStringList &arguments, const QString &code)
{
    Parts &own = parts();
    QJSValueList values;
    for (const QString &argument : arguments) {
        values.append(QJSValue(argument));
    }
    return limited(code,
                   [&own, &function, &values] { return own.api.property(function).call(values); });
}

ScriptResult ScriptRuntime::limited(const QString &code, const std::function<QJSValue()> &run)
{
    static constexpr int MaxDepth = 16;
    Parts &own = parts();
    if (own.stopped.contains(code) || own.used >= m_limits.all) {
        return { ScriptState::TimedOut, QJsonValue::Undefined, u"stopped: out of time before"_s };
    }
    if (own.depth >= MaxDepth) {
        return { ScriptState::Failed, QJsonValue::Undefined, u"events call each other"_s };
    }
    QElapsedTimer timer;
    timer.start();
    if (own.depth == 0) {
        own.engine.setInterrupted(false);
        own.watchdog.arm(std::min(m_limits.each, m_limits.all - own.used), m_limits.memoryBytes);
    }
    ++own.depth;
    const QJSValue answer = run();
    --own.depth;
    if (own.depth == 0) {
        own.watchdog.disarm();
        own.used += std::chrono::milliseconds(timer.elapsed());
    }
    if (own.engine.isInterrupted()) {
        own.stopped.insert(code);
        if (own.depth == 0) {
            own.engine.setInterrupted(false);
            (void)own.api.property(u"abandon"_s).call(); // what it left to be done later
            own.engine.collectGarbage();
        }
        return { ScriptState::TimedOut,
                 QJsonValue::Undefined,
                 own.watchdog.isOutOfMemory() ? u"out of memory"_s : u"out of time"_s };
    }
    if (answer.isError() || !answer.isObject()) {
        return { ScriptState::Failed, QJsonValue::Undefined, answer.toString() };
    }
    ScriptResult result;
    const QString state = answer.property(u"state"_s).toString();
    result.state = state == "ran"_L1 ? ScriptState::Ran
        : state == "unsupported"_L1  ? ScriptState::Unsupported
                                     : ScriptState::Failed;
    if (result.state != ScriptState::Ran) {
        result.detail = answer.property(u"detail"_s).toString();
    }
    const QJSValue value = answer.property(u"value"_s);
    if (!value.isUndefined()) {
        result.value = own.engine.fromScriptValue<QJsonValue>(value);
    }
    return result;
}

} // namespace andu::forms
