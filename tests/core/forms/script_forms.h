// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "small_forms.h"

namespace andu::tests {

using namespace andu::forms;

/// A form whose field "out" is what the code returns; "a", "n", "who", "kinds" and "rows" are
/// there to be read.
inline FormInput withScript(const QString &code)
{
    QJsonObject modules
        = js("{'a':{'type':'Textfield'},'n':{'type':'Number','decimals':'2'},"
             "'who':{'type':'Org'},'kinds':{'type':'Checkbox','itemValues':['甲|a','乙|b']},"
             "'pick':{'type':'Select','itemValues':['|','甲|a','乙|b']},"
             "'rows':{'type':'Datatemplate'},'cell':{'type':'Textfield'},"
             "'d':{'type':'Textfield','defaultValue':{'code':'return \\'默认\\''}},"
             "'later':{'type':'Textfield'},"
             "'label':{'type':'Label','text':'标签'}}")
              .toObject();
    modules.insert(u"out"_s,
                   QJsonObject{ { u"type"_s, u"Org"_s },
                                { u"defaultValue"_s, QJsonObject{ { u"code"_s, code } } } });
    // A checkbox keeps whatever value it is given, so every kind of answer can be seen.
    modules.insert(u"out"_s,
                   QJsonObject{ { u"type"_s, u"HologramEditor"_s },
                                { u"defaultValue"_s, QJsonObject{ { u"code"_s, code } } } });
    const QString html = nodes({ u"a"_s, u"n"_s, u"who"_s, u"kinds"_s, u"pick"_s, u"d"_s })
                             .remove(u"</div>"_s + u"</div>"_s)
        + u"</div><div mwftype='x' id='rows'><div mwftype='x' id='cell'></div></div>"
          u"<div mwftype='x' id='label'></div><div mwftype='x' id='out'></div><div mwftype='x' id='later'></div></div>"_s;
    return inputOf(formOf(modules, html),
                   js("{'a':'甲','n':9,'kinds':['a','b'],'pick':'b','free':{'x':1},"
                      "'rows':[{'cell':'一'},{'cell':'二'}]}")
                       .toObject());
}

/// What came of the code given to withScript().
inline ScriptRun runOf(const FormSession &session)
{
    for (const ScriptRun &run : session.scripts()) {
        if (run.where == "out/defaultValue"_L1) {
            return run;
        }
    }
    return {};
}

} // namespace andu::tests
