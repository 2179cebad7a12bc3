// SPDX-License-Identifier: GPL-3.0-or-later
// Modules and page nodes as form scripts see them (o2oa-forms 3.2, 3.3): this.form.get(id).
(function (host, tools) {
    "use strict";

    var ask = tools.ask;
    var change = tools.change;
    var Unsupported = tools.Unsupported;
    var moduleOf;

    // ---- page nodes --------------------------------------------------------------------------------
    // A node is known by its place in the layout. Only what shows, hides or names something acts;
    // every other call is answered by the node itself, so that chains go on.
    var elsewhere = /^(get(First|Last|Next|Prev|Elem|Child|Sibl|All|Size|Scroll|Pos|Coord|Comp|Bound)|clone|query|first|last|next|prev)/;
    var nearby = { firstChild: true, lastChild: true, nextSibling: true, previousSibling: true, nextElementSibling: true, previousElementSibling: true,
        firstElementChild: true, classList: true, dataset: true, children: true, childNodes: true };
    function isTag(place, selector) {
        return typeof selector !== "string" || selector.toLowerCase() === place.tag;
    }
    function chainable(node) {
        node.style = node.style || {};
        return new Proxy(node, {
            get: function (target, member) {
                if (member in target) { return target[member]; }
                if (typeof member === "symbol") { return undefined; }
                if (nearby.hasOwnProperty(member)) { return detached(); }
                if (elsewhere.test(member)) { return function () { return detached(); }; }
                return function () { return target.self; };
            },
            set: function (target, member, value) {
                if (member === "innerText" || member === "textContent" || member === "innerHTML") { target.set("text", value); }
                return true;
            }
        });
    }
    // A node that nothing here shows: an inner input, a neighbour, an icon.
    var nowhere = null;
    function detached() {
        if (!nowhere) {
            var node = { getStyle: function () { return ""; }, get: function () { return null; }, isDisplayed: function () { return true; },
                getParent: function () { return detached(); }, length: 0, each: function () { return nowhere; }, forEach: function () { return nowhere; } };
            nowhere = node.self = chainable(node);
        }
        return nowhere;
    }
    function nodeAt(index) {
        var place = host.call("place", [index]);
        if (!place) { return null; }
        var node = {};
        function show(isShown) { change("showPlace", index, isShown); return node.self; }
        function style(name, value) {
            if (name === "display") { show(value !== "none"); } else if (name === "visibility") { show(value !== "hidden"); }
        }
        function parentOf(selector, at) {
            for (var depth = 0; at && depth < 300; depth++) {
                if (isTag(at, selector)) { return nodeAt(at.index); }
                at = host.call("place", [at.parent]);
            }
            return null;
        }
        Object.assign(node, {
            setStyle: function (name, value) { style(name, value); return node.self; },
            setStyles: function (styles) { Object.keys(styles || {}).forEach(function (name) { style(name, styles[name]); }); return node.self; },
            isDisplayed: function () { return !!ask("isPlaceShown", index); },
            getStyle: function (name) { return name === "display" ? (ask("isPlaceShown", index) ? "block" : "none") : ""; },
            hide: function () { return show(false); },
            show: function () { return show(true); },
            toggle: function () { return show(!node.isDisplayed()); },
            destroy: function () { return show(false); },
            dispose: function () { return show(false); },
            getParent: function (selector) { return parentOf(selector, host.call("place", [place.parent])); },
            closest: function (selector) { return parentOf(selector, place); },
            set: function (name, value) {
                if (place.module && (name === "text" || name === "html")) { change("setText", place.module, String(value)); }
                return node.self;
            },
            get: function (name) {
                return name === "text" || name === "html" ? (place.module ? ask("getText", place.module) : "")
                     : name === "id" ? place.module || null : name === "tag" ? place.tag : null;
            },
            addEvent: function (event, fn) { if (place.module) { tools.listen(place.module, event, fn); } return node.self; },
            addEvents: function (events) { Object.keys(events || {}).forEach(function (event) { node.addEvent(event, events[event]); }); return node.self; }
        });
        node.style = {};
        ["display", "visibility"].forEach(function (name) {
            Object.defineProperty(node.style, name, { get: function () { return node.getStyle(name); }, set: function (value) { style(name, value); } });
        });
        ["parentNode", "parentElement"].forEach(function (name) {
            Object.defineProperty(node, name, { get: function () { return node.getParent(); } });
        });
        node.self = chainable(node);
        return node.self;
    }
    function nodeOf(id) {
        var index = host.call("placeOf", [id]);
        return index < 0 ? detached() : nodeAt(index);
    }

    // ---- rows, tabs, lists -------------------------------------------------------------------------
    function rowsOf(id) {
        var rows = ask("getModuleData", id);
        rows = rows && rows.data ? rows.data : rows;
        return Array.isArray(rows) ? rows : [];
    }
    // A row of a Datatable or Datatemplate: its cells answer getData and setData.
    function lineOf(id, index) {
        if (index < 0 || index >= rowsOf(id).length) { return null; }
        var line = {
            index: index,
            getIndex: function () { return index; },
            getData: function () { return ask("getRow", id, index); },
            get: function (field) {
                if (!host.call("hasModule", [field])) { return undefined; }
                var cell = {
                    json: moduleOf(field).json,
                    parentLine: line,
                    getData: function () { return ask("getCell", id, index, field); },
                    setData: function (value) { change("setCell", id, index, field, value); },
                    isEmpty: function () { var value = ask("getCell", id, index, field); return value === null || value === "" || (Array.isArray(value) && !value.length); }
                };
                cell.getInputData = cell.getData;
                return cell;
            }
        };
        line.getModule = line.get;
        return line;
    }
    function tabOf(id) {
        function page(entry) {
            function show(isShown) {
                change("show", entry.content, isShown);
                if (entry.head) { change("show", entry.head, isShown); }
            }
            return {
                showTab: function () { }, showTabIm: function () { }, activeTab: function () { },
                hideTab: function () { show(false); }, disableTab: function () { }, enableTab: function () { show(true); },
                tabNode: nodeOf(entry.head), contentNode: nodeOf(entry.content), contentNodeArea: nodeOf(entry.content)
            };
        }
        var pages = (host.call("tabPages", [id]) || []).map(page);
        return { pages: pages, showPage: pages[0], showTab: function () { } };
    }
    // Lists of option modules read "text|value", as the web client's getOptions gives them.
    function optionTexts(list) {
        return (list || []).map(function (item) { return item.value === item.text ? item.text : item.text + "|" + item.value; });
    }

    // ---- modules -----------------------------------------------------------------------------------
    function gridMembers(module, id) {
        module.getLine = function (index) { return lineOf(id, index); };
        module.getModule = function (index, field) { var line = lineOf(id, index); return line ? line.get(field) : null; };
        module.getLineLength = function () { return rowsOf(id).length; };
        module.getTotal = module.getAmount = function () { return ((ask("getModuleData", id) || {}).total) || {}; };
        module.addLine = function (isEditing, row) { change("addRow", id, -1, row || {}); };
        module.insertLine = function (isEditing, index, row) { change("addRow", id, index, row || {}); };
        module.deleteLine = function (index) { change("removeRow", id, index); };
        module.completeLineEdit = function () { return true; };
    }
    function optionMembers(module, id) {
        module.resetOption = module.resetOptions = function () { change("resetOptions", id); };
        module.reload = function (callback) {
            change("resetOptions", id);
            if (typeof callback === "function") { callback(); }
        };
        // Sub-forms are built with the form, delayed ones too.
        module.active = function (callback) { if (typeof callback === "function") { callback(); } };
        module.getOptions = function () { return optionTexts(ask("getOptions", id)); };
        module.setOptions = function (list) { change("setOptions", id, list); };
        module.addOption = function (text, value) { change("addOption", id, text, value); };
        module.getOptionsObj = function () {
            var list = ask("getOptions", id) || [];
            return { textList: list.map(function (item) { return item.text; }), valueList: list.map(function (item) { return item.value; }) };
        };
    }
    function valueMembers(module, id) {
        module.getData = module.getValue = module.getInputData = function () { return ask("getModuleData", id); };
        module.setData = module.setValue = function (value, fire) {
            if (value && typeof value.then === "function") {
                value.then(function (settled) { change("setModuleData", id, settled, !!fire); });
            } else {
                change("setModuleData", id, value, !!fire);
            }
        };
        module.getTextData = function () { return ask("textData", id); };
        module.getText = function () { return ask("getText", id); };
        module.setText = function (text) { change("setText", id, text === undefined || text === null ? "" : String(text)); };
        module.isEmpty = function () { return !!ask("isEmpty", id); };
        module.resetData = function () { change("resetData", id); };
        module.validation = function (route, opinion) { return !!ask("validateModule", id, route || "", opinion || ""); };
        module.validationMode = function () { };
        module.notValidationMode = module.setNotValidationMode = function (text) { ask("mark", id, String(text || "")); };
    }
    var made = {};
    moduleOf = function (id) {
        if (!id || !host.call("hasModule", [id])) { return undefined; }
        if (made[id]) { return made[id]; }
        var module = {
            form: tools.form(),
            hide: function () { change("show", id, false); },
            show: function () { change("show", id, true); },
            focus: function () { ask("focus", id); },
            addEvent: function (event, fn) { tools.listen(id, event, fn); },
            addModuleEvent: function (event, fn) { tools.listen(id, event, fn); },
            fireEvent: function (event) { change("fire", id, event); },
            setReadonly: function (value) { change("setReadonly", id, value !== false); },
            setReadOnly: function (value) { change("setReadonly", id, value !== false); },
            isReadonly: function () { return !!ask("isReadonly", id); },
            isReadable: true,
            getId: function () { return id; },
            getAttachmentList: function () { return ask("attachments", id) || []; },
            select: function () { throw new Unsupported("select"); },
            unselect: function () { throw new Unsupported("select"); }
        };
        valueMembers(module, id);
        optionMembers(module, id);
        gridMembers(module, id);
        Object.defineProperty(module, "json", { get: function () { return tools.jsonOf(id); } });
        Object.defineProperty(module, "node", { get: function () { return nodeOf(id); } });
        Object.defineProperty(module, "readonly", { get: function () { return !!ask("isReadonly", id); } });
        Object.defineProperty(module, "tab", { get: function () { return tabOf(id); } });
        Object.defineProperty(module, "parentLine", {
            get: function () { var line = ask("currentLine", id); return line ? lineOf(line.grid, line.row) : null; }
        });
        Object.defineProperty(module, "currentRouteName", { get: function () { return ask("currentRoute"); } });
        Object.defineProperty(module, "currentData", { get: function () { return ask("currentEntry", id); } });
        Object.defineProperty(module, "attachmentController", {
            get: function () {
                var files = (ask("files", id) || []).map(function (file) { return { data: file, id: file.id, name: file.name }; });
                return { attachments: files, options: {}, checkActions: function () { } };
            }
        });
        made[id] = module;
        return module;
    };

    return { moduleOf: moduleOf, nodeOf: nodeOf, rootNode: function () { return nodeAt(0) || detached(); } };
})
