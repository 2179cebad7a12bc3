// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/form_fields.h"
#include "core/pdf/update.h"

namespace andu::pdf {

/// Form XObject that shows @p text in a text or choice widget: border and background of /MK,
/// quadding, comb cells, several lines, size and colour of /DA.
[[nodiscard]] Result<QPDFObjGen>
fieldLook(Update &update, const Field &field, QPDFObjectHandle widget, const QString &text);

} // namespace andu::pdf
