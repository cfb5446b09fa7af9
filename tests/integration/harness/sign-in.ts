import type { TestSite } from './boot';

const PERSON = {
  firstname: 'Lin',
  lastname: 'Wang',
  email: 'lin@example.com',
  password: 'Sheets-of-2022',
};

/** Makes the site's first administrator, and answers with a token of theirs. */
export const signIn = async ({ http }: Pick<TestSite, 'http'>): Promise<string> => {
  await http.post('/admin/register-admin').send(PERSON);
  const { email, password } = PERSON;
  return (await http.post('/admin/login').send({ email, password })).body.data.token;
};
