// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/form_host.h"

namespace andu::ui {

/// Who may be chosen in a field (o2oa-forms 2.4).
struct OrgRules
{
    QList<forms::Directory::Kind> kinds;
    int most = 0; ///< 0: any number.
    QStringList unitPaths; ///< Level names the choice is limited to; empty: everywhere.
    bool isDirectOnly = false; ///< Not what is below these units.
    QStringList excluded; ///< Distinguished names.
    QStringList onlyThese; ///< Distinguished names; empty: all.
    QString selfPerson; ///< Person who may not be chosen; empty: everybody may.
    QStringList recent; ///< Distinguished names, latest first.
    bool givesPerson = false; ///< A chosen identity becomes its person.
    bool isRangeUnknown = false; ///< The form's range needs the server; all are shown.

    /// True when an object of the directory may be chosen.
    [[nodiscard]] bool allows(const QJsonObject &object) const;
};

/// Distinguished name of the person behind an identity; empty for anything else. Directories say it
/// in `personDn` or, in answers of the express service, in `person`.
[[nodiscard]] QString personBehind(const QJsonObject &identity);
[[nodiscard]] OrgRules orgRules(const FormContext &context, const forms::Module &module);
/// Kinds by the names of `selectType`.
[[nodiscard]] QList<forms::Directory::Kind> orgKinds(const QStringList &names);

} // namespace andu::ui
