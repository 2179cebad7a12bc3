// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/script_runtime.h"

#include <QJSEngine>
#include <QObject>

namespace andu::forms {

/// The `host` object of runtime.js.
class ScriptBridge final : public QObject
{
    Q_OBJECT

public:
    explicit ScriptBridge(ScriptHost host)
        : m_host(std::move(host))
    { }

    Q_INVOKABLE QJSValue call(const QString &name, const QJSValue &arguments)
    {
        QJSEngine *engine = qjsEngine(this);
        const QJsonArray array = engine->fromScriptValue<QJsonValue>(arguments).toArray();
        const QJsonValue answer = m_host(name, array);
        return answer.isUndefined() ? QJSValue() : engine->toScriptValue(answer);
    }

private:
    ScriptHost m_host;
};

} // namespace andu::forms
