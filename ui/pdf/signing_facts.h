// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/view/content.h"
#include "core/pdf/view/render_queue.h"

#include <QRectF>
#include <QStringList>

namespace andu::ui {

/// A signature field that waits for its signature.
struct EmptyField
{
    QString name;
    int page = 0;
    QRectF boxMm; ///< As displayed; empty: the field shows nothing.
    bool hasLock = false; ///< Its author decided what it locks.

    friend bool operator==(const EmptyField &, const EmptyField &) = default;
};

/// What a document offers and allows a signer.
struct SigningFacts
{
    QList<EmptyField> emptyFields;
    QStringList otherFields; ///< Names of fields a signature may lock.
    int signatures = 0;
    std::optional<Error> refusal; ///< Why no new field may be signed.
};

/// Blocking. A document that cannot be read for changing says so as refusal.
[[nodiscard]] SigningFacts readSigningFacts(const pdf::view::Content &content,
                                            const pdf::view::SharedSecret &password);

} // namespace andu::ui
