// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "small_forms.h"

/// Forms of a few modules for the tests of FormSession.
namespace andu::tests {

using namespace andu::forms;

inline QString codeOf(const char *code)
{
    return QString::fromUtf8(code);
}

inline QJsonObject withCode(const char *json, const char *member, const char *code)
{
    QJsonObject module = js(json).toObject();
    module.insert(QString::fromUtf8(member), QJsonObject{ { u"code"_s, codeOf(code) } });
    return module;
}

/// Module "x" alone on a form.
inline FormInput single(const QJsonObject &module, const QJsonObject &data = {})
{
    return inputOf(formOf({ { u"x"_s, module } }, nodes({ u"x"_s })), data);
}

inline QStringList textsOf(const QList<Failure> &failures)
{
    QStringList texts;
    for (const Failure &failure : failures) {
        texts.append(failure.field + u'|' + failure.text);
    }
    return texts;
}

/// A table of two columns, text "note" and number "money" with a sum, behind a sequence.
inline FormInput gridForm(const char *kind, const char *gridJson, const QJsonValue &stored)
{
    const QString type = QString::fromUtf8(kind);
    QJsonObject modules
        = js("{'t1':{'type':'K$Title','name':'事由'},'t2':{'type':'K$Title','name':'金额',"
             "'total':'number'},'t3':{'type':'K$Title','name':'次数','total':'count'},"
             "'d1':{'type':'K$Data'},'d2':{'type':'K$Data'},'d3':{'type':'K$Data','isShow':false},"
             "'note':{'type':'Textfield','validationConfig':[{'status':'all','valueType':'value',"
             "'operateor':'isnull','prompt':'请填写事由'}]},"
             "'money':{'type':'Number','decimals':'2'},"
             "'kind':{'type':'Select','itemValues':['差旅|t','餐费|m'],"
             "'defaultValue':{'code':'return \\'m\\''}}}")
              .toObject();
    for (auto module = modules.begin(); module != modules.end(); ++module) {
        QJsonObject object = module.value().toObject();
        object.insert(u"type"_s, object.value("type"_L1).toString().replace(u"K$"_s, type + u'$'));
        module.value() = object;
    }
    QJsonObject grid = js(gridJson).toObject();
    grid.insert(u"type"_s, type);
    modules.insert(u"g"_s, grid);
    const QString html
        = u"<div mwftype='form'><div id='g' mwftype='datagrid'><table><tr>"
          "<th id='t1' mwftype='t'></th><th id='t2' mwftype='t'></th><th id='t3' mwftype='t'></th>"
          "</tr><tr><td id='d1' mwftype='t'><div id='note' mwftype='x'></div></td>"
          "<td id='d2' mwftype='t'><div id='money' mwftype='x'></div></td>"
          "<td id='d3' mwftype='t'><div id='kind' mwftype='x'></div></td></tr></table></div></div>"_s;
    QJsonObject data;
    if (!stored.isUndefined()) {
        data.insert(u"g"_s, stored);
    }
    return inputOf(formOf(modules, html), data);
}

} // namespace andu::tests
