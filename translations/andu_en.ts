<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>andu::desktop::Application</name>
    <message>
        <source>Sign in to Andu</source>
        <translation>Sign in to Andu</translation>
    </message>
</context>
<context>
    <name>andu::desktop::Workplace</name>
    <message>
        <source>To do</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>In the outbox: %1</source>
        <translation>In the outbox: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Sign in again</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Password of %1</translation>
    </message>
    <message>
        <source>This file has not been synced to this computer yet.</source>
        <translation>This file has not been synced to this computer yet.</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Save the file</translation>
    </message>
    <message>
        <source>The file was saved.</source>
        <translation>The file was saved.</translation>
    </message>
</context>
<context>
    <name>andu::ui::ActionBar</name>
    <message>
        <source>Keep draft</source>
        <translation>Keep draft</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Write your opinion here</source>
        <translation>Write your opinion here</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>Handled offline; sent as soon as the network is back</source>
        <translation>Handled offline; sent as soon as the network is back</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Mark as read</translation>
    </message>
    <message>
        <source>Send with “%1”?</source>
        <translation>Send with “%1”?</translation>
    </message>
</context>
<context>
    <name>andu::ui::DateEditor</name>
    <message>
        <source>Choose from the calendar</source>
        <translation>Choose from the calendar</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>andu::ui::ErrorText</name>
    <message>
        <source>The server cannot be reached. What you did is kept here and is sent when the network is back.</source>
        <translation>The server cannot be reached. What you did is kept here and is sent when the network is back.</translation>
    </message>
    <message>
        <source>There is no O2OA server at this address. Please check it.</source>
        <translation>There is no O2OA server at this address. Please check it.</translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted, so nothing was sent. Please ask your administrator.</source>
        <translation>The certificate of the server is not trusted, so nothing was sent. Please ask your administrator.</translation>
    </message>
    <message>
        <source>Name or password is not right.</source>
        <translation>Name or password is not right.</translation>
    </message>
    <message>
        <source>The account is locked or needs another way to sign in. Please try again later.</source>
        <translation>The account is locked or needs another way to sign in. Please try again later.</translation>
    </message>
    <message>
        <source>The session has expired. Please sign in again; nothing is lost.</source>
        <translation>The session has expired. Please sign in again; nothing is lost.</translation>
    </message>
    <message>
        <source>The server has refused this. What you typed is kept.</source>
        <translation>The server has refused this. What you typed is kept.</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>This is not there any more.</translation>
    </message>
    <message>
        <source>Somebody has changed or handled this meanwhile. What you typed is kept.</source>
        <translation>Somebody has changed or handled this meanwhile. What you typed is kept.</translation>
    </message>
    <message>
        <source>The server has answered something that cannot be read. It is tried again later.</source>
        <translation>The server has answered something that cannot be read. It is tried again later.</translation>
    </message>
    <message>
        <source>This cannot be used as it is.</source>
        <translation>This cannot be used as it is.</translation>
    </message>
    <message>
        <source>The local store could not be read or written.</source>
        <translation>The local store could not be read or written.</translation>
    </message>
    <message>
        <source>The disk is full. Please make room; nothing is lost.</source>
        <translation>The disk is full. Please make room; nothing is lost.</translation>
    </message>
    <message>
        <source>The passphrase is not right.</source>
        <translation>The passphrase is not right.</translation>
    </message>
    <message>
        <source>This desktop has no keychain that can be used. Please choose a passphrase.</source>
        <translation>This desktop has no keychain that can be used. Please choose a passphrase.</translation>
    </message>
    <message>
        <source>Andu is already open with this account.</source>
        <translation>Andu is already open with this account.</translation>
    </message>
    <message>
        <source>A stored file is damaged and was not used.</source>
        <translation>A stored file is damaged and was not used.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>This was cancelled.</translation>
    </message>
</context>
<context>
    <name>andu::ui::FieldBox</name>
    <message>
        <source>No files</source>
        <translation>No files</translation>
    </message>
    <message>
        <source>“%1” (%2) is shown in the browser only.</source>
        <translation>“%1” (%2) is shown in the browser only.</translation>
    </message>
</context>
<context>
    <name>andu::ui::FlowPanel</name>
    <message>
        <source>Flow</source>
        <translation>Flow</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>in hand</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Nothing has happened yet.</translation>
    </message>
</context>
<context>
    <name>andu::ui::FormBuilder</name>
    <message>
        <source>“%1” (%2) is shown in the browser only.</source>
        <translation>“%1” (%2) is shown in the browser only.</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>in hand</translation>
    </message>
</context>
<context>
    <name>andu::ui::GridEditor</name>
    <message>
        <source>Add row</source>
        <translation>Add row</translation>
    </message>
    <message>
        <source>Delete row</source>
        <translation>Delete row</translation>
    </message>
</context>
<context>
    <name>andu::ui::MainWindow</name>
    <message>
        <source>Outbox</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Andu</source>
        <translation>Andu</translation>
    </message>
    <message>
        <source>Search todos  (Ctrl+K)</source>
        <translation>Search todos  (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Sign in again…</translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation>Close the account</translation>
    </message>
</context>
<context>
    <name>andu::ui::OrgEditor</name>
    <message>
        <source>Choose</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Choose: %1</translation>
    </message>
</context>
<context>
    <name>andu::ui::OrgPicker</name>
    <message>
        <source>Choose from the organisation</source>
        <translation>Choose from the organisation</translation>
    </message>
    <message>
        <source>Name or unit</source>
        <translation>Name or unit</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>The organisation has not been synced to this computer yet.</source>
        <translation>The organisation has not been synced to this computer yet.</translation>
    </message>
</context>
<context>
    <name>andu::ui::OutboxPanel</name>
    <message>
        <source>Syncing %1/%2</source>
        <translation>Syncing %1/%2</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Syncing</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Offline · content as of %1</source>
        <translation>Offline · content as of %1</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Sign in again</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Not synced yet</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <translation>Synced %1</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>The outbox is kept encrypted on this computer; switching off loses nothing.</source>
        <translation>The outbox is kept encrypted on this computer; switching off loses nothing.</translation>
    </message>
    <message>
        <source>last complete sync %1</source>
        <translation>last complete sync %1</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Queued</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Nothing is waiting. What you send appears here until the server has confirmed it.</source>
        <translation>Nothing is waiting. What you send appears here until the server has confirmed it.</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>queued</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>delivered</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>needs attention</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>sending</translation>
    </message>
    <message>
        <source>written %1</source>
        <translation>written %1</translation>
    </message>
    <message>
        <source>delivered %1</source>
        <translation>delivered %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Give up, keep as draft</source>
        <translation>Give up, keep as draft</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technical details</translation>
    </message>
    <message>
        <source>Save form</source>
        <translation>Save form</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>Check on the server</source>
        <translation>Check on the server</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Mark as read</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Upload file</source>
        <translation>Upload file</translation>
    </message>
    <message>
        <source>Open todo</source>
        <translation>Open todo</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>andu::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Like the desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Language (after the next start)</source>
        <translation>Language (after the next start)</translation>
    </message>
    <message>
        <source>Andu %1, free software under the GPL, version 3 or later</source>
        <translation>Andu %1, free software under the GPL, version 3 or later</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
</context>
<context>
    <name>andu::ui::SignInPage</name>
    <message>
        <source>Protect this computer's copy with a passphrase of my own</source>
        <translation>Protect this computer's copy with a passphrase of my own</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Open offline</source>
        <translation>Open offline</translation>
    </message>
    <message>
        <source>Andu</source>
        <translation>Andu</translation>
    </message>
    <message>
        <source>Documents, todos, meetings: the work goes on without a network</source>
        <translation>Documents, todos, meetings: the work goes on without a network</translation>
    </message>
    <message>
        <source>Everything is kept encrypted on this computer and delivered when the network is back.</source>
        <translation>Everything is kept encrypted on this computer and delivered when the network is back.</translation>
    </message>
    <message>
        <source>The first sign-in needs the network; afterwards it opens offline.</source>
        <translation>The first sign-in needs the network; afterwards it opens offline.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>oa.example.com or an address with port</source>
        <translation>oa.example.com or an address with port</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase for this computer</source>
        <translation>Passphrase for this computer</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Please fill in server, name and password.</source>
        <translation>Please fill in server, name and password.</translation>
    </message>
    <message>
        <source>The passphrase needs at least 8 characters.</source>
        <translation>The passphrase needs at least 8 characters.</translation>
    </message>
    <message>
        <source>At least 8 characters; opens Andu without a network</source>
        <translation>At least 8 characters; opens Andu without a network</translation>
    </message>
    <message>
        <source>Andu %1</source>
        <translation>Andu %1</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Show what is typed</translation>
    </message>
    <message>
        <source>Account on this computer</source>
        <translation>Account on this computer</translation>
    </message>
</context>
<context>
    <name>andu::ui::TodoDelegate</name>
    <message>
        <source>draft</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>queued</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>needs attention</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>delivered</translation>
    </message>
</context>
<context>
    <name>andu::ui::TodoDetail</name>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Flow</translation>
    </message>
    <message>
        <source>This form cannot be read. The data of the todo is kept; it can be handled in the browser.</source>
        <translation>This form cannot be read. The data of the todo is kept; it can be handled in the browser.</translation>
    </message>
    <message>
        <source>The content of this todo has not been synced yet.</source>
        <translation>The content of this todo has not been synced yet.</translation>
    </message>
    <message>
        <source>No files</source>
        <translation>No files</translation>
    </message>
</context>
<context>
    <name>andu::ui::TodoListModel</name>
    <message>
        <source>overdue today</source>
        <translation>overdue today</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>today %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>Due in three days</source>
        <translation>Due in three days</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>No due time</source>
        <translation>No due time</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Last seven days</source>
        <translation>Last seven days</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Earlier</translation>
    </message>
</context>
<context>
    <name>andu::ui::TodoPage</name>
    <message>
        <source>To do</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>To read</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Todos</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Choose a todo on the left to see its form, files and flow.</source>
        <translation>Choose a todo on the left to see its form, files and flow.</translation>
    </message>
    <message>
        <source>Nothing to do. New todos will appear here.</source>
        <translation>Nothing to do. New todos will appear here.</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>Nothing here yet.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>By due time</source>
        <translation>By due time</translation>
    </message>
    <message>
        <source>By process</source>
        <translation>By process</translation>
    </message>
    <message>
        <source>By arrival</source>
        <translation>By arrival</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Process</translation>
    </message>
    <message>
        <source>All processes</source>
        <translation>All processes</translation>
    </message>
</context>
</TS>
