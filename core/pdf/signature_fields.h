// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/sign.h"

namespace andu::pdf {

/// Collects the objects around a signature dictionary: fields, annotations, pages, form, catalog.
/// Each existing object is written once, by finish().
class SignatureFields
{
public:
    SignatureFields(Update &update, const std::vector<Field> &fields, const ChangeLimits &limits);

    /// Puts @p marks with the signature @p value into the update.
    /// @param existing the empty field to sign, or null for a new one called @p name.
    [[nodiscard]] Result<void> add(const QString &name,
                                   const Field *existing,
                                   const QList<Mark> &marks,
                                   QPDFObjGen value,
                                   const QByteArray &lock);
    /// A field without value.
    [[nodiscard]] Result<void> addEmpty(const QString &name);
    /// Rewrites the pages and the form. @p catalog: further entries of the catalog.
    [[nodiscard]] Result<void> finish(std::map<std::string, QByteArray> catalog);
    /// A name no field of the document has.
    [[nodiscard]] QString freeName(const QString &stem) const;
    /// Whether a field of the document or of this update has the name, or lies below it.
    [[nodiscard]] bool isTaken(const QString &name) const { return m_names.contains(name); }

private:
    [[nodiscard]] Result<void>
    addField(const QString &name, const Mark *mark, QPDFObjGen value, const QByteArray &lock);
    [[nodiscard]] Result<void>
    fillField(const Field &field, const QList<Mark> &marks, QPDFObjGen value);
    [[nodiscard]] Result<void> addStamp(const Mark &mark);
    [[nodiscard]] Result<QByteArray> annotation(const Mark &mark);
    void changePage(int index, const QList<QPDFObjGen> &annotations);
    void changeForm(std::map<std::string, QByteArray> &catalog);

    Update &m_update;
    AppearanceWriter m_looks;
    QStringList m_names;
    bool m_hasEarlier = false;
    std::map<int, QList<QPDFObjGen>> m_annotations;
    QList<QPDFObjGen> m_newFields;
};

} // namespace andu::pdf
