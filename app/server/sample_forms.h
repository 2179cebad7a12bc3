// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/organisation.h"

#include <QJsonObject>

namespace andu::server {

/// The sample office describes its forms in a few words; these turn them into O2OA's own shapes.

/// Answer of form/v2 for a described process.
[[nodiscard]] QJsonObject sampleForm(const QJsonObject &process, const QString &formId);

/// Process definition with the members the engine reads.
[[nodiscard]] QJsonObject sampleProcess(const QJsonObject &process, const QString &formId);

/// Business data in the value types of the form: people and units as organisation objects, tables
/// as grid rows.
[[nodiscard]] QJsonObject
sampleData(const QJsonObject &process, const QJsonObject &data, const Organisation &organisation);

/// The same id for the same name on every machine.
[[nodiscard]] QString sampleId(const QString &name);

} // namespace andu::server
