import { describe, expect, it } from 'vitest';
import { checked } from '../../gallery/views';
import { ticket } from './ticket';

describe('the ticket', () => {
  const text = ticket(checked);

  it('is Markdown that stands by itself', () => {
    expect(text).toMatch(/^# Sign in with X on sso\.northwind\.example, slug x\n/);
    expect(text).toContain('## The callback: Breaks sign-in');
    expect(text).toContain('Diagnosis callback-loses-https\n');
    expect(text).toContain('**Do this:** Let the proxy pass');
    expect(text).toContain('https://sso.northwind.example/source/oauth/callback/x/\n');
    expect(text).not.toMatch(/\bpage-|\bchecks-/);
  });

  it('keeps what passed to a line', () => {
    expect(text).toMatch(/## .*: OK\n/);
    expect(text.match(/```/g)).toHaveLength(2);
  });

  it('tells the way there and what it can’t know', () => {
    expect(text).toContain('## The way to sso.northwind.example\n');
    expect(text).toMatch(/- The certificate holds: OK, 31\sms\. TLS 1\.3\./);
    expect(text).toContain('- Whether the Client Secret is right. The app’s Client ID');
  });
});
