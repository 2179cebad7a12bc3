// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/form_fields.h"

namespace andu::pdf {

struct FieldValue
{
    QString name; ///< Fully qualified.
    QString value; ///< Text; export value of a choice; on-state, "on" or "off" of a button.
};

/// The update that fills fields, with appearances of our own (no font of the system is embedded
/// whole). Only values and looks change, so that signatures which allow filling stay valid.
/// NotFound for an unknown field, Refused where it is read-only, locked or certified.
/// Text needs a QGuiApplication.
[[nodiscard]] Result<QByteArray> fillFields(Document &document, const QList<FieldValue> &values);

} // namespace andu::pdf
